<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>choices</name>
    <message>
        <source>After-sales number, WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communication with the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communication within the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Human side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In handling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mystery shopper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is not known here. It can be: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>complaint</name>
    <message>
        <source>It was registered twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was withdrawn twice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>No file was written to “{folder}”: {reason}. Everything is kept at this desk. Choose another folder or stick, and write the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card “{file}” could not be read: {reason}. Nothing was changed. Plug the stick in again, or choose the file once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card “{file}” was changed after it was made, so it was not accepted. Ask that desk for its card again, on another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card “{file}” was made by a newer version of this program. Nothing was changed. Update the program at this desk, then open the card again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk&apos;s keys could not be kept in “{folder}”: {reason}. No desk was made. Choose another folder, or let this user write there, and set the desk up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk&apos;s keys in “{folder}” could not be read: {reason}. The complaints are untouched. Bring the folder back from a backup, or let this user read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files in “{folder}” are not the keys of a desk, or they are damaged. The complaints are untouched. Bring the folder back from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole file from a desk: it is damaged, cut off or was changed on its way. Nothing was taken from it. Copy it again from the desk that wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not there or does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the computer says “{reason}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this user may not write or read there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not a desk&apos;s card, or it is damaged. Nothing was changed. Choose the file that ends in .deskcard, or ask that desk for its card again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is full, so no file was written. Everything is kept at this desk. Make room there or choose another folder or stick, and write the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is not empty. A desk&apos;s keys are never overwritten; nothing was changed. Choose another folder for the new desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is not there or stopped answering, so no file was written. Everything is kept at this desk. Plug the stick in again or choose another folder, and write it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” may not be written to, so no file was written. Everything is kept at this desk. Check the stick&apos;s lock, or choose another folder, and write it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” cannot stand on the desk&apos;s card. Write it on one line, with at most 200 characters; a branch code has only digits and capital letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>This text has {n} characters; {most} fit. What was typed is kept: please shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version takes in complaints only; suggestions, questions and praise come with a later one. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened? Please write it in the customer&apos;s words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is complaining? Please write the customer&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds something else than expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a field of a complaint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is not a date. Write it like 2026-06-18.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>journal</name>
    <message>
        <source>Another program is busy with the data in {folder}. Nothing was saved just now; what you typed is kept. Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite {found} on this computer can damage data; {wanted} or newer is needed. Nothing was opened. Install the package “pysqlite3” and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data in {folder} are damaged. Nothing was changed. Restore the last backup from the folder “backups”, and keep the damaged folder for the technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data in {folder} cannot be opened. Nothing was changed. Check that the folder is there and that you may write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data in {folder} were written by a newer version of this program. Nothing was changed. Install the newest version and open them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not do as asked ({reason}). Nothing was saved just now; what you typed is kept. Check the disk of {folder} and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: {folder}. Nothing was saved just now; what was saved before is safe, and what you typed is kept in the form. Free some space and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to. Nothing was saved just now; what you typed is kept in the form. Ask for the right to write there, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no complaint desk in {folder}. Nothing was changed. Set one up there first, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds something that is not a complaint desk. Nothing was changed. Choose another folder, or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is on a network share, where a database can be damaged. Nothing was written. Choose a folder on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>moments</name>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hour}.{minute}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer relations officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {deed} takes another role: {roles}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept the card of another desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add or switch off people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the settings of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print a receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read in a sales list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rebuild the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>register a complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdraw a complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the file for head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is not a list of roles. Known roles: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>A complaint cannot be received in the future. Give the day and hour at which the customer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nota number is missing. It stands on the invoice: 1 to 7 digits, such as 1234. Without a nota, choose “no nota”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series for complaints without a nota is used up. Nothing was saved as a complaint; the draft is kept. Ask head office for a new branch code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The year {year} is too long ago. Please check the date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock says {now}, but the last entry here was made {last}. Nothing was written; what you typed is kept. Set the clock, or confirm that it is right, and do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is not a branch code. A branch code has 1 to 3 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is not a date and time. Write it like 2026-06-19 09:12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is not a nota number. A nota has 1 to 7 digits, such as 1234. Without one, choose “no nota”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
