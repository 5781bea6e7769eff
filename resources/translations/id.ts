<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ActPanel</name>
    <message>
        <source>&amp;Before</source>
        <translation>Sebe&amp;lum kapan</translation>
    </message>
    <message>
        <source>&amp;Branch</source>
        <translation>Ca&amp;bang</translation>
    </message>
    <message>
        <source>&amp;Cause</source>
        <translation>Pen&amp;yebab</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>Le&amp;wat apa</translation>
    </message>
    <message>
        <source>&amp;Nobody answered</source>
        <translation>&amp;Tidak ada jawaban</translation>
    </message>
    <message>
        <source>&amp;Remedy</source>
        <translation>Pe&amp;nyelesaian</translation>
    </message>
    <message>
        <source>&amp;When, if not just now</source>
        <translation>&amp;Kapan, bila bukan barusan</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Ca&amp;ption</source>
        <translation>K&amp;eterangan</translation>
    </message>
    <message>
        <source>Fields of this action</source>
        <translation>Isian tindakan ini</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Lewat apa</translation>
    </message>
    <message>
        <source>How they belong to&amp;gether</source>
        <translation>Apa hubun&amp;gannya</translation>
    </message>
    <message>
        <source>N&amp;ew text</source>
        <translation>&amp;Isi baru</translation>
    </message>
    <message>
        <source>N&amp;ote, if needed</source>
        <translation>&amp;Catatan, bila perlu</translation>
    </message>
    <message>
        <source>N&amp;umber of the other one</source>
        <translation>N&amp;omor komplain yang lain</translation>
    </message>
    <message>
        <source>New &amp;moment</source>
        <translation>Wakt&amp;u baru</translation>
    </message>
    <message>
        <source>New choice</source>
        <translation>Pilihan baru</translation>
    </message>
    <message>
        <source>Note for the colleagues</source>
        <translation>Catatan untuk rekan kerja</translation>
    </message>
    <message>
        <source>Number of the other complaint</source>
        <translation>Nomor komplain yang lain</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>Foto dan berkas</translation>
    </message>
    <message>
        <source>Put away, keep what is typed   Esc</source>
        <translation>Tutup dulu, ketikan disimpan   Esc</translation>
    </message>
    <message>
        <source>The customer a&amp;greed</source>
        <translation>&amp;Pelanggan setuju</translation>
    </message>
    <message>
        <source>To &amp;whom</source>
        <translation>Kepada &amp;siapa</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Kepada siapa</translation>
    </message>
    <message>
        <source>Type or scan it</source>
        <translation>Ketik atau pindai</translation>
    </message>
    <message>
        <source>W&amp;aiting for</source>
        <translation>&amp;Menunggu</translation>
    </message>
    <message>
        <source>Wh&amp;y</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>What &amp;holds, in a few words</source>
        <translation>Yang ber&amp;laku, dengan beberapa kata</translation>
    </message>
    <message>
        <source>What &amp;is corrected</source>
        <translation>Yang &amp;dikoreksi</translation>
    </message>
    <message>
        <source>What de&amp;lays it, if anything</source>
        <translation>Yang men&amp;ghambat, bila ada</translation>
    </message>
    <message>
        <source>What delays it</source>
        <translation>Yang menghambat</translation>
    </message>
    <message>
        <source>What is corrected</source>
        <translation>Yang dikoreksi</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>Apa yang dijanjikan</translation>
    </message>
    <message>
        <source>What the technician found</source>
        <translation>Temuan mekanik</translation>
    </message>
    <message>
        <source>What was &amp;said</source>
        <translation>Apa yang di&amp;bicarakan</translation>
    </message>
    <message>
        <source>Which promise</source>
        <translation>Janji yang mana</translation>
    </message>
    <message>
        <source>Who &amp;does it</source>
        <translation>Dikerjakan &amp;oleh</translation>
    </message>
    <message>
        <source>Who con&amp;tacted whom</source>
        <translation>&amp;Siapa menghubungi siapa</translation>
    </message>
    <message>
        <source>Who contacted whom</source>
        <translation>Siapa menghubungi siapa</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Dikerjakan oleh</translation>
    </message>
    <message>
        <source>Whose &amp;fault was it?</source>
        <translation>Kesala&amp;han siapa?</translation>
    </message>
</context>
<context>
    <name>BranchSide</name>
    <message>
        <source>&amp;Write the file for head office   F9</source>
        <translation>&amp;Tulis file untuk kantor pusat   F9</translation>
    </message>
    <message>
        <source>Also an Excel work&amp;book beside it</source>
        <translation>Buat juga buku kerja &amp;Excel di sebelahnya</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>Pilih &amp;folder…</translation>
    </message>
    <message>
        <source>Choose the folder for the file</source>
        <translation>Pilih folder untuk file</translation>
    </message>
    <message>
        <source>Files written here</source>
        <translation>File yang ditulis di sini</translation>
    </message>
    <message>
        <source>None yet. The first file stands here once it is written, read back and verified.</source>
        <translation>Belum ada. File pertama muncul di sini setelah ditulis, dibaca ulang, dan dicocokkan.</translation>
    </message>
    <message>
        <source>USB sticks that are plugged in</source>
        <translation>Flashdisk yang terpasang</translation>
    </message>
    <message>
        <source>Write a file wi&amp;thout personal data</source>
        <translation>Tulis file tanpa &amp;data pribadi</translation>
    </message>
    <message>
        <source>Write into</source>
        <translation>Ditulis ke</translation>
    </message>
</context>
<context>
    <name>BranchesCard</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Address of this branch</source>
        <translation>Alamat cabang ini</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Branches, as their receipts show them</source>
        <translation>Cabang, seperti tertulis di bukti mereka</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Code of the branch</source>
        <translation>Kode cabang</translation>
    </message>
    <message>
        <source>How customers reach this branch</source>
        <translation>Cara pelanggan menghubungi cabang ini</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Name branch</source>
        <translation>Simpan cabang</translation>
    </message>
    <message>
        <source>Name of this branch</source>
        <translation>Nama cabang ini</translation>
    </message>
    <message>
        <source>Phone, WhatsApp, opening hours</source>
        <translation>Telepon, WhatsApp, jam buka</translation>
    </message>
</context>
<context>
    <name>BriefDialog</name>
    <message>
        <source>&amp;Copy as text   Ctrl+C</source>
        <translation>&amp;Salin sebagai teks   Ctrl+C</translation>
    </message>
    <message>
        <source>C&amp;lose   Esc</source>
        <translation>&amp;Tutup   Esc</translation>
    </message>
    <message>
        <source>Hand-over brief</source>
        <translation>Ringkasan serah terima</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Yang dijanjikan</translation>
    </message>
    <message>
        <source>Said, newest first</source>
        <translation>Yang dibicarakan, terbaru di atas</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa masalahnya</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
</context>
<context>
    <name>CardsDialog</name>
    <message>
        <source>&amp;Keep it</source>
        <translation>Biarkan &amp;tetap berlaku</translation>
    </message>
    <message>
        <source>&amp;Read in a card…</source>
        <translation>&amp;Baca kartu…</translation>
    </message>
    <message>
        <source>&amp;Save this desk’s card…</source>
        <translation>&amp;Simpan kartu meja ini…</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>A&amp;lasan</translation>
    </message>
    <message>
        <source>Cards of desks</source>
        <translation>Kartu meja komplain</translation>
    </message>
    <message>
        <source>Cards that were accepted here</source>
        <translation>Kartu yang diterima di sini</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Fingerprint of the card</source>
        <translation>Sidik jari kartu</translation>
    </message>
    <message>
        <source>It c&amp;ounts no more</source>
        <translation>Tidak b&amp;erlaku lagi</translation>
    </message>
    <message>
        <source>It differs: do &amp;not accept</source>
        <translation>Beda: &amp;jangan diterima</translation>
    </message>
    <message>
        <source>It is the same: &amp;accept</source>
        <translation>Sama: te&amp;rima</translation>
    </message>
    <message>
        <source>No card was accepted here yet.</source>
        <translation>Belum ada kartu yang diterima di sini.</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>&amp;Cabut…</translation>
    </message>
    <message>
        <source>Takes the &amp;place of</source>
        <translation>Mengg&amp;antikan</translation>
    </message>
    <message>
        <source>The desk whose place it takes</source>
        <translation>Meja yang digantikan</translation>
    </message>
    <message>
        <source>This desk’s fingerprint</source>
        <translation>Sidik jari kartu meja ini</translation>
    </message>
    <message>
        <source>Two desks exchange cards once, and compare the fingerprint by telephone. From then on each knows that a file is really the other’s.</source>
        <translation>Dua meja bertukar kartu satu kali, lalu mencocokkan sidik jarinya lewat telepon. Sejak itu masing-masing tahu bahwa sebuah file benar dari yang lain.</translation>
    </message>
    <message>
        <source>We &amp;compared all six groups by telephone</source>
        <translation>&amp;Keenam kelompok angka sudah kami cocokkan lewat telepon</translation>
    </message>
    <message>
        <source>Why the card is revoked</source>
        <translation>Alasan kartu dicabut</translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message>
        <source>&amp;Note for the colleagues</source>
        <translation>&amp;Catatan untuk rekan kerja</translation>
    </message>
    <message>
        <source>&amp;Why is it withdrawn? The reason stays in the timeline; this cannot be undone.</source>
        <translation>&amp;Mengapa dibatalkan? Alasannya tetap di riwayat; ini tidak bisa diurungkan.</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Tambah catatan</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Salin nomor</translation>
    </message>
    <message>
        <source>Copy the number  F7</source>
        <translation>Salin nomor  F7</translation>
    </message>
    <message>
        <source>Copy their numbers   F7</source>
        <translation>Salin semua nomornya   F7</translation>
    </message>
    <message>
        <source>Do not print   Esc</source>
        <translation>Jangan cetak   Esc</translation>
    </message>
    <message>
        <source>Leave it open   Esc</source>
        <translation>Biarkan terbuka   Esc</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Cetak struk</translation>
    </message>
    <message>
        <source>Put away   Esc</source>
        <translation>Tutup dulu   Esc</translation>
    </message>
    <message>
        <source>Save note   Ctrl+Enter</source>
        <translation>Simpan catatan   Ctrl+Enter</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>Komplain ini</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Withdraw   F12</source>
        <translation>Batalkan   F12</translation>
    </message>
    <message>
        <source>Withdraw the complaint</source>
        <translation>Batalkan komplain</translation>
    </message>
    <message>
        <source>Withdraw this complaint   Ctrl+Enter</source>
        <translation>Batalkan komplain ini   Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Copy the number</source>
        <translation>Salin nomor</translation>
    </message>
    <message>
        <source>Copy the number  F7</source>
        <translation>Salin nomor  F7</translation>
    </message>
    <message>
        <source>Queue   Esc</source>
        <translation>Antrean   Esc</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Yang bisa dilakukan</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Yang diketahui</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>&amp;Agreed</source>
        <translation>&amp;Setuju</translation>
    </message>
    <message>
        <source>&amp;Close   Enter</source>
        <translation>T&amp;utup   Enter</translation>
    </message>
    <message>
        <source>&amp;Done   Ctrl+Enter</source>
        <translation>S&amp;elesai   Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Not agreed</source>
        <translation>&amp;Tidak setuju</translation>
    </message>
    <message>
        <source>&amp;Partly agreed</source>
        <translation>Setuju se&amp;bagian</translation>
    </message>
    <message>
        <source>&amp;Turn the screen   Ctrl+Enter</source>
        <translation>&amp;Putar layar   Ctrl+Enter</translation>
    </message>
    <message>
        <source>1 very hard</source>
        <translation>1 sangat sulit</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>5 very easy</source>
        <translation>5 sangat mudah</translation>
    </message>
    <message>
        <source>And how easy was it to complain? (may stay open)</source>
        <translation>Dan seberapa mudah menyampaikan komplain? (boleh dilewati)</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Kembali   Esc</translation>
    </message>
    <message>
        <source>Close with the customer</source>
        <translation>Tutup bersama pelanggan</translation>
    </message>
    <message>
        <source>Fairly
3</source>
        <translation>Cukup puas
3</translation>
    </message>
    <message>
        <source>Hardly
2</source>
        <translation>Kurang puas
2</translation>
    </message>
    <message>
        <source>How satisfied are you with how we handled your complaint?</source>
        <translation>Seberapa puas Anda dengan cara kami menangani komplain Anda?</translation>
    </message>
    <message>
        <source>I would &amp;rather not say   0</source>
        <translation>Saya tidak ingin &amp;menjawab   0</translation>
    </message>
    <message>
        <source>In the customer’s own &amp;words</source>
        <translation>Dengan &amp;kata-kata pelanggan sendiri</translation>
    </message>
    <message>
        <source>Not at all
1</source>
        <translation>Tidak puas
1</translation>
    </message>
    <message>
        <source>Satisfied
4</source>
        <translation>Puas
4</translation>
    </message>
    <message>
        <source>The customer’s own words</source>
        <translation>Kata-kata pelanggan sendiri</translation>
    </message>
    <message>
        <source>They tell me the &amp;score</source>
        <translation>Nilainya disebutkan kepada sa&amp;ya</translation>
    </message>
    <message>
        <source>Very satisfied
5</source>
        <translation>Sangat puas
5</translation>
    </message>
    <message>
        <source>What was &amp;missing? It helps us to do better.</source>
        <translation>Apa yang kurang? Ini membantu kami men&amp;jadi lebih baik.</translation>
    </message>
    <message>
        <source>What was missing</source>
        <translation>Apa yang kurang</translation>
    </message>
</context>
<context>
    <name>CounterView</name>
    <message>
        <source>&amp;Apologise</source>
        <translation>Minta maa&amp;f</translation>
    </message>
    <message>
        <source>&amp;Branch</source>
        <translation>Ca&amp;bang</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation>Sal&amp;uran</translation>
    </message>
    <message>
        <source>&amp;E-mail, address</source>
        <translation>&amp;Email, alamat</translation>
    </message>
    <message>
        <source>&amp;Goods taken in</source>
        <translation>Baran&amp;g dititipkan</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>De&amp;ngarkan</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Na&amp;ma</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Telepon</translation>
    </message>
    <message>
        <source>&amp;Received</source>
        <translation>D&amp;iterima</translation>
    </message>
    <message>
        <source>&amp;Serial</source>
        <translation>No. &amp;seri</translation>
    </message>
    <message>
        <source>&amp;With it</source>
        <translation>Pelengka&amp;p</translation>
    </message>
    <message>
        <source>0812-3456-7801</source>
        <translation>0812-3456-7801</translation>
    </message>
    <message>
        <source>1 to 7 digits</source>
        <translation>1–7 angka</translation>
    </message>
    <message>
        <source>A matter of safety</source>
        <translation>Menyangkut keselamatan</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Alamat</translation>
    </message>
    <message>
        <source>Accessories, with commas between</source>
        <translation>Kelengkapan, dipisah koma</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>As they would like to be called</source>
        <translation>Seperti beliau ingin disapa</translation>
    </message>
    <message>
        <source>Attached photos</source>
        <translation>Foto terlampir</translation>
    </message>
    <message>
        <source>Boug&amp;ht</source>
        <translation>&amp;Dibeli</translation>
    </message>
    <message>
        <source>Ca&amp;use</source>
        <translation>Pen&amp;yebab</translation>
    </message>
    <message>
        <source>Cause factor</source>
        <translation>Faktor penyebab</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Saluran</translation>
    </message>
    <message>
        <source>Charger, two keys</source>
        <translation>Pengisi daya, dua anak kunci</translation>
    </message>
    <message>
        <source>Choose a photo, drop one here, or paste it</source>
        <translation>Pilih foto, seret ke sini, atau tempel</translation>
    </message>
    <message>
        <source>Code of the branch that sold it</source>
        <translation>Kode cabang yang menjual</translation>
    </message>
    <message>
        <source>Cond&amp;ition</source>
        <translation>&amp;Kondisi</translation>
    </message>
    <message>
        <source>Condition of the goods</source>
        <translation>Kondisi barang</translation>
    </message>
    <message>
        <source>Could somebody be hurt if it is used as it is?</source>
        <translation>Bisakah ada yang celaka kalau dipakai begitu saja?</translation>
    </message>
    <message>
        <source>Day of the sale</source>
        <translation>Tanggal penjualan</translation>
    </message>
    <message>
        <source>Drafts that wait</source>
        <translation>Draf yang menunggu</translation>
    </message>
    <message>
        <source>E&amp;xpected</source>
        <translation>&amp;Harapan</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>Emai&amp;l</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Earlier complaints of this customer</source>
        <translation>Komplain pelanggan ini sebelumnya</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>Salah input</translation>
    </message>
    <message>
        <source>Find a sale by phone, name or product</source>
        <translation>Cari penjualan lewat telepon, nama atau produk</translation>
    </message>
    <message>
        <source>Find the sale</source>
        <translation>Cari penjualan</translation>
    </message>
    <message>
        <source>For the next customer simply begin to type.</source>
        <translation>Untuk pelanggan berikutnya langsung saja mengetik.</translation>
    </message>
    <message>
        <source>How it came in</source>
        <translation>Cara masuk</translation>
    </message>
    <message>
        <source>In the customer’s own words</source>
        <translation>Dengan kata-kata pelanggan sendiri</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Simpan draf</translation>
    </message>
    <message>
        <source>Name of the customer</source>
        <translation>Nama pelanggan</translation>
    </message>
    <message>
        <source>No nota</source>
        <translation>Tanpa nota</translation>
    </message>
    <message>
        <source>No&amp;ta</source>
        <translation>N&amp;ota</translation>
    </message>
    <message>
        <source>Nota number</source>
        <translation>Nomor nota</translation>
    </message>
    <message>
        <source>One sentence, read back to the customer: it stands on the receipt</source>
        <translation>Satu kalimat, dibacakan kepada pelanggan: tercetak di struk</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Phone, name or product</source>
        <translation>Telepon, nama atau produk</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Please read the number aloud:</source>
        <translation>Silakan bacakan nomornya:</translation>
    </message>
    <message>
        <source>Pr&amp;oduct</source>
        <translation>P&amp;roduk</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Cetak ulang</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Received: empty for now, or day and hour</source>
        <translation>Diterima: kosong berarti sekarang, atau tanggal dan jam</translation>
    </message>
    <message>
        <source>Sale o&amp;f</source>
        <translation>&amp;Cari</translation>
    </message>
    <message>
        <source>Save and print   Ctrl+Enter</source>
        <translation>Simpan dan cetak   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Scratches, missing parts</source>
        <translation>Lecet, bagian yang kurang</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Nomor seri</translation>
    </message>
    <message>
        <source>Sol&amp;ve</source>
        <translation>&amp;Jalan keluar</translation>
    </message>
    <message>
        <source>Solved cases like this one</source>
        <translation>Kasus serupa yang sudah selesai</translation>
    </message>
    <message>
        <source>Thank</source>
        <translation>Terima kasih</translation>
    </message>
    <message>
        <source>The nota is lost: look the sale up by phone, name or product</source>
        <translation>Nota hilang: cari penjualannya lewat telepon, nama atau produk</translation>
    </message>
    <message>
        <source>The receipt as it will print</source>
        <translation>Struk seperti nanti tercetak</translation>
    </message>
    <message>
        <source>What happened, in the customer’s words</source>
        <translation>Apa yang terjadi, dengan kata-kata pelanggan</translation>
    </message>
    <message>
        <source>What the customer asks for</source>
        <translation>Apa yang diminta pelanggan</translation>
    </message>
    <message>
        <source>What the customer had expected</source>
        <translation>Apa yang diharapkan pelanggan</translation>
    </message>
    <message>
        <source>What the customer leaves with us</source>
        <translation>Yang dititipkan pelanggan kepada kita</translation>
    </message>
    <message>
        <source>What they had counted on</source>
        <translation>Yang semula diharapkan</translation>
    </message>
    <message>
        <source>What was bought</source>
        <translation>Apa yang dibeli</translation>
    </message>
    <message>
        <source>What we understood, in one sentence</source>
        <translation>Yang kami tangkap, dalam satu kalimat</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>Withdraws the complaint; what was typed comes back into the form</source>
        <translation>Komplain dibatalkan; yang diketik kembali ke formulir</translation>
    </message>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>hh-bb-tttt</translation>
    </message>
    <message>
        <source>now, or dd-mm-yyyy hh.mm</source>
        <translation>sekarang, atau hh-bb-tttt jj.mm</translation>
    </message>
    <message>
        <source>“I am sorry about this. What would help you most?”</source>
        <translation>“Mohon maaf atas kejadian ini. Apa yang paling membantu?”</translation>
    </message>
    <message>
        <source>“Please tell me what happened. I am listening.”</source>
        <translation>“Silakan ceritakan apa yang terjadi, saya dengarkan.”</translation>
    </message>
    <message>
        <source>“Thank you for telling us. You will hear from us within 24 hours.”</source>
        <translation>“Terima kasih, kami kabari dalam 24 jam.”</translation>
    </message>
    <message>
        <source>“Thank you for telling us.”</source>
        <translation>“Terima kasih sudah memberi tahu kami.”</translation>
    </message>
    <message>
        <source>“This is what I understood. Is it right?”</source>
        <translation>“Yang kami tangkap begini. Sudah benar?”</translation>
    </message>
</context>
<context>
    <name>DirectDialog</name>
    <message>
        <source>&amp;Connected by</source>
        <translation>&amp;Terhubung lewat</translation>
    </message>
    <message>
        <source>&amp;Test page</source>
        <translation>&amp;Halaman uji</translation>
    </message>
    <message>
        <source>&amp;Use for receipts</source>
        <translation>&amp;Pakai untuk struk</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Di mana</translation>
    </message>
    <message>
        <source>Address or name of the printer</source>
        <translation>Alamat atau nama printer</translation>
    </message>
    <message>
        <source>Close   Esc</source>
        <translation>Tutup   Esc</translation>
    </message>
    <message>
        <source>For thermal printers that understand ESC/POS. The paper comes out in its true length and is cut off.</source>
        <translation>Untuk printer termal yang mengerti ESC/POS. Kertas keluar sesuai panjangnya lalu dipotong.</translation>
    </message>
    <message>
        <source>How the printer is connected</source>
        <translation>Cara printer terhubung</translation>
    </message>
    <message>
        <source>Receipt printer without a driver</source>
        <translation>Printer struk tanpa driver</translation>
    </message>
</context>
<context>
    <name>ExchangeSettings</name>
    <message>
        <source>&amp;Time of the day’s end</source>
        <translation>&amp;Jam akhir hari</translation>
    </message>
    <message>
        <source>&amp;Write the file by itself at the day’s end</source>
        <translation>&amp;Tulis file dengan sendirinya pada akhir hari</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>Pilih &amp;folder…</translation>
    </message>
    <message>
        <source>Choose the folder to watch</source>
        <translation>Pilih folder yang dipantau</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>How files go and come</source>
        <translation>Cara file keluar dan masuk</translation>
    </message>
    <message>
        <source>It goes into the folder that is chosen on the page. Without news, no file is written. When the folder is missing, it is said, and tried again.</source>
        <translation>File masuk ke folder yang dipilih di halaman ini. Tanpa kabar baru, tidak ada file yang ditulis. Kalau foldernya tidak ada, itu diberitahukan, lalu dicoba lagi.</translation>
    </message>
    <message>
        <source>Remind when head office has &amp;not confirmed for</source>
        <translation>Ingatkan bila kantor &amp;pusat belum mengonfirmasi selama</translation>
    </message>
    <message>
        <source>Take in files that a&amp;ppear in a folder</source>
        <translation>&amp;Ambil file yang muncul di sebuah folder</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Cance&amp;l</source>
        <translation>Bata&amp;l</translation>
    </message>
    <message>
        <source>Car&amp;ds…   F6</source>
        <translation>Ka&amp;rtu…   F6</translation>
    </message>
    <message>
        <source>Cards of desks</source>
        <translation>Kartu meja komplain</translation>
    </message>
    <message>
        <source>How files &amp;go…   F7</source>
        <translation>Cara &amp;pertukaran…   F7</translation>
    </message>
    <message>
        <source>Progress of the work under way</source>
        <translation>Kemajuan pekerjaan yang berjalan</translation>
    </message>
    <message>
        <source>Settings of the exchange</source>
        <translation>Pengaturan pertukaran</translation>
    </message>
</context>
<context>
    <name>FeedbackDialog</name>
    <message>
        <source>&amp;Back   Esc</source>
        <translation>&amp;Kembali   Esc</translation>
    </message>
    <message>
        <source>&amp;Came by</source>
        <translation>&amp;Lewat</translation>
    </message>
    <message>
        <source>&amp;Keep it   Ctrl+Enter</source>
        <translation>S&amp;impan   Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Name (may stay open)</source>
        <translation>&amp;Nama (boleh kosong)</translation>
    </message>
    <message>
        <source>&amp;Praise</source>
        <translation>&amp;Pujian</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>Per&amp;tanyaan</translation>
    </message>
    <message>
        <source>&amp;Suggestion</source>
        <translation>&amp;Saran</translation>
    </message>
    <message>
        <source>&amp;What do they say?</source>
        <translation>&amp;Apa kata mereka?</translation>
    </message>
    <message>
        <source>Kept for the shop to learn from. It gets no number and no clock.</source>
        <translation>Disimpan agar toko bisa belajar. Tanpa nomor dan tanpa batas waktu.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>P&amp;hone (may stay open)</source>
        <translation>Telepon / &amp;HP (boleh kosong)</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Suggestion, question or praise</source>
        <translation>Saran, pertanyaan, atau pujian</translation>
    </message>
    <message>
        <source>The way it came</source>
        <translation>Datang lewat apa</translation>
    </message>
    <message>
        <source>What they say</source>
        <translation>Kata mereka</translation>
    </message>
</context>
<context>
    <name>FirstRunView</name>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Alamat</translation>
    </message>
    <message>
        <source>&amp;Back   Esc</source>
        <translation>Kem&amp;bali   Esc</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Perusahaan</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Ba&amp;hasa</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>P&amp;IN</translation>
    </message>
    <message>
        <source>&amp;Reached by</source>
        <translation>&amp;Kontak toko</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>Nama An&amp;da</translation>
    </message>
    <message>
        <source>1 to 3 digits; begins every complaint number</source>
        <translation>1 sampai 3 angka; awal setiap nomor komplain</translation>
    </message>
    <message>
        <source>4 to 12 digits; may stay empty for now</source>
        <translation>4 sampai 12 angka; boleh dikosongkan dulu</translation>
    </message>
    <message>
        <source>A bicycle shop with forty invented complaints, to try everything. Nothing in it is real, and your own shop can be set up later.</source>
        <translation>Toko sepeda dengan empat puluh komplain rekaan, untuk mencoba semuanya. Tidak ada yang nyata, dan toko Anda sendiri bisa disiapkan nanti.</translation>
    </message>
    <message>
        <source>Address of the branch</source>
        <translation>Alamat cabang</translation>
    </message>
    <message>
        <source>An upset customer leaves with a printed complaint number in under a minute, and hears from you within 24 hours.</source>
        <translation>Pelanggan yang kecewa pulang membawa nomor komplain tercetak dalam waktu kurang dari satu menit, dan mendapat kabar dari Anda dalam 24 jam.</translation>
    </message>
    <message>
        <source>As it stands on the receipt</source>
        <translation>Seperti tertulis di struk</translation>
    </message>
    <message>
        <source>Branch &amp;name</source>
        <translation>&amp;Nama cabang</translation>
    </message>
    <message>
        <source>Branch co&amp;de</source>
        <translation>K&amp;ode cabang</translation>
    </message>
    <message>
        <source>Branch code, 1 to 3 digits</source>
        <translation>Kode cabang, 1 sampai 3 angka</translation>
    </message>
    <message>
        <source>Hankam Bekasi</source>
        <translation>Hankam Bekasi</translation>
    </message>
    <message>
        <source>How customers reach the shop</source>
        <translation>Cara pelanggan menghubungi toko</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>My own shop</source>
        <translation>Toko saya sendiri</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>Nama cabang</translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation>Nama perusahaan</translation>
    </message>
    <message>
        <source>Open the &amp;sample shop</source>
        <translation>Buka toko &amp;contoh</translation>
    </message>
    <message>
        <source>PIN, 4 to 12 digits</source>
        <translation>PIN, 4 sampai 12 angka</translation>
    </message>
    <message>
        <source>Phone, WhatsApp, opening hours</source>
        <translation>Telepon, WhatsApp, jam buka</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Se&amp;t up   Ctrl+Enter</source>
        <translation>&amp;Siapkan   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Set up &amp;my shop</source>
        <translation>Siapkan toko sa&amp;ya</translation>
    </message>
    <message>
        <source>Set up the desk of this shop: company, branch and who works here. It takes a minute.</source>
        <translation>Siapkan meja komplain toko ini: perusahaan, cabang, dan siapa yang bekerja di sini. Cukup satu menit.</translation>
    </message>
    <message>
        <source>The sample shop</source>
        <translation>Toko contoh</translation>
    </message>
    <message>
        <source>The sample shop is being filled…</source>
        <translation>Toko contoh sedang diisi…</translation>
    </message>
    <message>
        <source>Welcome at the complaint desk</source>
        <translation>Selamat datang di meja komplain</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
</context>
<context>
    <name>GuidanceCard</name>
    <message>
        <source>&amp;Close   Esc</source>
        <translation>&amp;Tutup   Esc</translation>
    </message>
    <message>
        <source>1  L.A.S.T.</source>
        <translation>1  L.A.S.T.</translation>
    </message>
    <message>
        <source>2  Recovery</source>
        <translation>2  Pemulihan</translation>
    </message>
    <message>
        <source>3  Four styles</source>
        <translation>3  Empat gaya</translation>
    </message>
    <message>
        <source>4  Abuse</source>
        <translation>4  Sikap kasar</translation>
    </message>
    <message>
        <source>5  Second opinion</source>
        <translation>5  Pendapat kedua</translation>
    </message>
    <message>
        <source>Abuse</source>
        <translation>Sikap kasar</translation>
    </message>
    <message>
        <source>Four styles</source>
        <translation>Empat gaya</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Panduan</translation>
    </message>
    <message>
        <source>L.A.S.T.</source>
        <translation>L.A.S.T.</translation>
    </message>
    <message>
        <source>Nothing here is stored, printed or sent.   Keys 1 to 5, Esc closes.</source>
        <translation>Tidak ada yang disimpan, dicetak, atau dikirim.   Tombol 1 sampai 5, Esc menutup.</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Pemulihan</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Pendapat kedua</translation>
    </message>
</context>
<context>
    <name>IncomingList</name>
    <message>
        <source>&amp;Read in files…   F8</source>
        <translation>Baca file &amp;masuk…   F8</translation>
    </message>
    <message>
        <source>Files that came</source>
        <translation>File yang masuk</translation>
    </message>
    <message>
        <source>Files that came, and what became of each</source>
        <translation>File yang masuk, dan hasil masing-masing</translation>
    </message>
    <message>
        <source>No file came yet. Each one stands here with what became of it: taken in, known, waiting or refused, and why.</source>
        <translation>Belum ada file yang masuk. Setiap file muncul di sini dengan hasilnya: diambil, sudah dikenal, menunggu, atau ditolak, beserta alasannya.</translation>
    </message>
    <message>
        <source>or drop them anywhere on this page</source>
        <translation>atau seret filenya ke mana saja di halaman ini</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Counter</source>
        <translation>Konter</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Kirim data</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Cari apa saja</translation>
    </message>
    <message>
        <source>Search or scan: number, nota, name, phone   Ctrl+F</source>
        <translation>Cari atau pindai: nomor, nota, nama, telp   Ctrl+F</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>This is the sample shop: try whatever you like, nothing here is real.</source>
        <translation>Ini toko contoh: silakan coba apa saja, tidak ada yang nyata di sini.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>What waits to be exported</source>
        <translation>Yang menunggu diekspor</translation>
    </message>
    <message>
        <source>Who is at work</source>
        <translation>Siapa yang bertugas</translation>
    </message>
    <message>
        <source>Who is at work: change over here</source>
        <translation>Siapa yang bertugas: ganti di sini</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>&amp;Back   Esc</source>
        <translation>&amp;Kembali   Esc</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Bahasa</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Pesan</translation>
    </message>
    <message>
        <source>&amp;Not yet   Esc</source>
        <translation>Belu&amp;m   Esc</translation>
    </message>
    <message>
        <source>&amp;Open the PDF</source>
        <translation>Buka PD&amp;F</translation>
    </message>
    <message>
        <source>&amp;Prepare again</source>
        <translation>Siapkan &amp;ulang</translation>
    </message>
    <message>
        <source>&amp;Yes, sent</source>
        <translation>&amp;Ya, terkirim</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>Jenis pesan</translation>
    </message>
    <message>
        <source>Language of the message</source>
        <translation>Bahasa pesan</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Open in WhatsApp</source>
        <translation>Buka di WhatsApp</translation>
    </message>
    <message>
        <source>Prin&amp;t   Ctrl+P</source>
        <translation>Ce&amp;tak   Ctrl+P</translation>
    </message>
    <message>
        <source>Print as a letter</source>
        <translation>Cetak sebagai surat</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Isi pesan</translation>
    </message>
    <message>
        <source>What to look at again</source>
        <translation>Yang perlu dilihat lagi</translation>
    </message>
</context>
<context>
    <name>OfficeSide</name>
    <message>
        <source>&amp;Nothing to do with each other   F4</source>
        <translation>Tidak ada &amp;hubungannya   F4</translation>
    </message>
    <message>
        <source>&amp;Write the file for this branch   F9</source>
        <translation>Tulis file untuk ca&amp;bang ini   F9</translation>
    </message>
    <message>
        <source>Both sides are kept. Enter opens the case, where one entry says what holds.</source>
        <translation>Kedua pihak disimpan. Enter membuka kasusnya; di sana satu catatan menentukan mana yang berlaku.</translation>
    </message>
    <message>
        <source>Branc&amp;hes</source>
        <translation>&amp;Cabang</translation>
    </message>
    <message>
        <source>Branches, their last file and what is missing</source>
        <translation>Cabang, file terakhirnya, dan apa yang kurang</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>Pilih &amp;folder…</translation>
    </message>
    <message>
        <source>Choose the folder for the file</source>
        <translation>Pilih folder untuk file</translation>
    </message>
    <message>
        <source>Complaints that contradict themselves</source>
        <translation>Komplain yang bertentangan</translation>
    </message>
    <message>
        <source>Contrad&amp;ictions</source>
        <translation>Per&amp;tentangan</translation>
    </message>
    <message>
        <source>D&amp;oubles</source>
        <translation>&amp;Ganda</translation>
    </message>
    <message>
        <source>Files that ca&amp;me</source>
        <translation>File yang mas&amp;uk</translation>
    </message>
    <message>
        <source>For &amp;all branches   Shift+F9</source>
        <translation>Untuk &amp;semua cabang   Shift+F9</translation>
    </message>
    <message>
        <source>No branch yet. Each branch gives you its card once: read it in with “Cards”, compare the fingerprint by telephone, and give it head office’s card. Then its files can come.</source>
        <translation>Belum ada cabang. Setiap cabang memberikan kartunya satu kali: baca lewat “Kartu”, cocokkan sidik jarinya lewat telepon, lalu berikan kartu kantor pusat. Setelah itu filenya bisa masuk.</translation>
    </message>
    <message>
        <source>No doubles. Complaints of two branches with the same nota and sale, or the same phone and product within two weeks, would stand here.</source>
        <translation>Tidak ada yang ganda. Komplain dari dua cabang dengan nota dan penjualan yang sama, atau telepon dan barang yang sama dalam dua minggu, akan muncul di sini.</translation>
    </message>
    <message>
        <source>Nothing contradicts itself. A complaint that was closed at one desk and reopened at another, for example, would stand here until somebody decides.</source>
        <translation>Tidak ada yang bertentangan. Komplain yang misalnya ditutup di satu meja dan dibuka lagi di meja lain akan muncul di sini sampai seseorang memutuskan.</translation>
    </message>
    <message>
        <source>Pairs of complaints that may be one matter</source>
        <translation>Pasangan komplain yang mungkin satu masalah</translation>
    </message>
    <message>
        <source>R&amp;elated   F3</source>
        <translation>Berka&amp;itan   F3</translation>
    </message>
    <message>
        <source>The &amp;same matter   F2</source>
        <translation>Masalah ya&amp;ng sama   F2</translation>
    </message>
    <message>
        <source>USB sticks that are plugged in</source>
        <translation>Flashdisk yang terpasang</translation>
    </message>
    <message>
        <source>Write into</source>
        <translation>Ditulis ke</translation>
    </message>
</context>
<context>
    <name>PapersDialog</name>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Cetak</translation>
    </message>
    <message>
        <source>Close   Esc</source>
        <translation>Tutup   Esc</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Papers of this case</source>
        <translation>Cetakan untuk kasus ini</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Choose the branch</source>
        <translation>Pilih cabang</translation>
    </message>
    <message>
        <source>Clear   Esc</source>
        <translation>Hapus   Esc</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Daftar komplain</translation>
    </message>
    <message>
        <source>Search in all</source>
        <translation>Cari di semua</translation>
    </message>
    <message>
        <source>Show all complaints</source>
        <translation>Tampilkan semua komplain</translation>
    </message>
    <message>
        <source>Show contradictions</source>
        <translation>Tampilkan yang bertentangan</translation>
    </message>
    <message>
        <source>Show matters of safety</source>
        <translation>Tampilkan yang menyangkut keselamatan</translation>
    </message>
    <message>
        <source>Show mine</source>
        <translation>Tampilkan milik saya</translation>
    </message>
    <message>
        <source>Show what has no receipt yet</source>
        <translation>Tampilkan yang belum punya struk</translation>
    </message>
    <message>
        <source>Show what is due today</source>
        <translation>Tampilkan yang jatuh tempo hari ini</translation>
    </message>
    <message>
        <source>Show what is late</source>
        <translation>Tampilkan yang terlambat</translation>
    </message>
    <message>
        <source>Show what is open</source>
        <translation>Tampilkan yang terbuka</translation>
    </message>
    <message>
        <source>Show what is to be closed</source>
        <translation>Tampilkan yang siap ditutup</translation>
    </message>
    <message>
        <source>Show what waits</source>
        <translation>Tampilkan yang menunggu</translation>
    </message>
</context>
<context>
    <name>ReadSalesDialog</name>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Read &amp;in   Ctrl+Enter</source>
        <translation>&amp;Baca   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Read in a sales list</source>
        <translation>Baca daftar penjualan</translation>
    </message>
    <message>
        <source>Save the r&amp;emarks…</source>
        <translation>&amp;Simpan catatan…</translation>
    </message>
    <message>
        <source>The first lines of the list</source>
        <translation>Baris-baris pertama daftar</translation>
    </message>
    <message>
        <source>Which column holds what? What is recognised is filled in; only the nota is needed.</source>
        <translation>Kolom mana berisi apa? Yang dikenali sudah terisi; yang wajib hanya nota.</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>&amp;Company</source>
        <translation>Per&amp;usahaan</translation>
    </message>
    <message>
        <source>&amp;Keep   Esc</source>
        <translation>Tetap akt&amp;if   Esc</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Bahasa</translation>
    </message>
    <message>
        <source>&amp;Save   Ctrl+Enter</source>
        <translation>&amp;Simpan   Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Alamat</translation>
    </message>
    <message>
        <source>Add or save this person</source>
        <translation>Tambah atau simpan orang ini</translation>
    </message>
    <message>
        <source>Address of the branch</source>
        <translation>Alamat cabang</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Branc&amp;h</source>
        <translation>&amp;Cabang</translation>
    </message>
    <message>
        <source>Branch whose people are shown</source>
        <translation>Cabang yang orangnya ditampilkan</translation>
    </message>
    <message>
        <source>Branches whose cases this person sees; empty: all</source>
        <translation>Cabang yang kasusnya dilihat orang ini; kosong: semua</translation>
    </message>
    <message>
        <source>Check e&amp;verything</source>
        <translation>P&amp;eriksa semua</translation>
    </message>
    <message>
        <source>Customer relations officer</source>
        <translation>CRO</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Kantor pusat</translation>
    </message>
    <message>
        <source>How customers reach the shop</source>
        <translation>Cara pelanggan menghubungi toko</translation>
    </message>
    <message>
        <source>La&amp;nguage on paper</source>
        <translation>Bahasa &amp;di kertas</translation>
    </message>
    <message>
        <source>Language of papers</source>
        <translation>Bahasa pada kertas</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Bahasa jendela</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Terang atau gelap</translation>
    </message>
    <message>
        <source>Lock after (minutes, 0 never)</source>
        <translation>Kunci setelah (menit, 0 tidak)</translation>
    </message>
    <message>
        <source>Longest pause between two keys of the scanner, in milliseconds</source>
        <translation>Jeda terpanjang antara dua ketukan pemindai, dalam milidetik</translation>
    </message>
    <message>
        <source>Make a &amp;backup…</source>
        <translation>Buat cada&amp;ngan…</translation>
    </message>
    <message>
        <source>Minutes without a key after which the window locks itself</source>
        <translation>Berapa menit tanpa ketukan sampai jendela terkunci sendiri</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Name of somebody new</source>
        <translation>Nama orang baru</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>Nama cabang</translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation>Nama perusahaan</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Paper: printer and size</source>
        <translation>Kertas: printer dan ukuran</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>People who work here</source>
        <translation>Orang yang bekerja di sini</translation>
    </message>
    <message>
        <source>Phone, WhatsApp, opening hours</source>
        <translation>Telepon, WhatsApp, jam buka</translation>
    </message>
    <message>
        <source>Print a co&amp;mment card</source>
        <translation>Cetak kartu ko&amp;mentar</translation>
    </message>
    <message>
        <source>Print the leaflet for c&amp;ustomers</source>
        <translation>Cetak &amp;lembar petunjuk</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Reached b&amp;y</source>
        <translation>Di&amp;hubungi lewat</translation>
    </message>
    <message>
        <source>Read in a sal&amp;es list…</source>
        <translation>Baca daftar pen&amp;jualan…</translation>
    </message>
    <message>
        <source>Receipt printer without &amp;a driver…</source>
        <translation>Printer struk tanpa d&amp;river…</translation>
    </message>
    <message>
        <source>Roles: one person may hold several</source>
        <translation>Peran: satu orang boleh punya beberapa</translation>
    </message>
    <message>
        <source>Scanner &amp;pause (ms)</source>
        <translation>Jeda &amp;pemindai (md)</translation>
    </message>
    <message>
        <source>Sees the cases of all branches; or only of: 1, 2</source>
        <translation>Melihat kasus semua cabang; atau hanya: 1, 2</translation>
    </message>
    <message>
        <source>Set P&amp;IN</source>
        <translation>&amp;Ganti PIN</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Shop supervisor</source>
        <translation>SPV Toko</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Staf / Kasir</translation>
    </message>
    <message>
        <source>Switch o&amp;ff…</source>
        <translation>Nonakti&amp;fkan…</translation>
    </message>
    <message>
        <source>Switch this person off</source>
        <translation>Nonaktifkan orang ini</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Mekanik</translation>
    </message>
    <message>
        <source>The shop, as receipts show it</source>
        <translation>Toko, seperti tampil di struk</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Jendela ini</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Begin   Enter</source>
        <translation>Mulai   Enter</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Somebody &amp;else   Esc</source>
        <translation>&amp;Orang lain   Esc</translation>
    </message>
    <message>
        <source>Who is at work?</source>
        <translation>Siapa yang bertugas?</translation>
    </message>
</context>
<context>
    <name>SolvePanel</name>
    <message>
        <source>&amp;Low score: what was missing?</source>
        <translation>Nilai rendah: apa yang &amp;kurang?</translation>
    </message>
    <message>
        <source>&amp;What helped</source>
        <translation>Pe&amp;nyelesaian</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Kembali ke formulir</translation>
    </message>
    <message>
        <source>Ca&amp;use</source>
        <translation>Pen&amp;yebab</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Penyebab</translation>
    </message>
    <message>
        <source>How satisfied the customer is</source>
        <translation>Seberapa puas pelanggan</translation>
    </message>
    <message>
        <source>Mar&amp;k: how satisfied they are</source>
        <translation>Ni&amp;lai: seberapa puas</translation>
    </message>
    <message>
        <source>Pressed b&amp;y</source>
        <translation>Ditekan ole&amp;h</translation>
    </message>
    <message>
        <source>Recei&amp;ver</source>
        <translation>&amp;Penerima</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Penyelesaian</translation>
    </message>
    <message>
        <source>Save what was done now</source>
        <translation>Simpan yang dilakukan sekarang</translation>
    </message>
    <message>
        <source>The customer’s &amp;answer</source>
        <translation>Ja&amp;waban pelanggan</translation>
    </message>
    <message>
        <source>What the customer says about the solution</source>
        <translation>Kata pelanggan tentang penyelesaiannya</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>Apa yang dilakukan</translation>
    </message>
    <message>
        <source>What was missing</source>
        <translation>Apa yang kurang</translation>
    </message>
    <message>
        <source>What was wrong, and why</source>
        <translation>Apa yang salah, dan mengapa</translation>
    </message>
    <message>
        <source>Who goes on with it</source>
        <translation>Siapa yang meneruskan</translation>
    </message>
    <message>
        <source>Who pressed the score</source>
        <translation>Siapa yang menekan nilai</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>&amp;Burning</source>
        <translation>&amp;Mendesak</translation>
    </message>
    <message>
        <source>&amp;Day’s end</source>
        <translation>&amp;Akhir hari</translation>
    </message>
    <message>
        <source>Af&amp;ter-care</source>
        <translation>&amp;Telepon lanjutan</translation>
    </message>
    <message>
        <source>After-care calls that are due</source>
        <translation>Telepon lanjutan yang sudah waktunya</translation>
    </message>
    <message>
        <source>Burning: what is due today or late</source>
        <translation>Mendesak: yang jatuh tempo hari ini atau sudah lewat</translation>
    </message>
    <message>
        <source>Day’s end: what ended well today</source>
        <translation>Akhir hari: yang selesai dengan baik hari ini</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>&amp;Other printer…</source>
        <translation>&amp;Printer lain…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Simpan sebagai PDF…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Coba lagi</translation>
    </message>
    <message>
        <source>Close   Esc</source>
        <translation>Tutup   Esc</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Papers that wait</source>
        <translation>Kertas yang menunggu</translation>
    </message>
    <message>
        <source>Papers that wait for the printer</source>
        <translation>Kertas yang menunggu printer</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>The complaints are saved. Each paper is printed by itself once its printer is back.</source>
        <translation>Komplainnya sudah tersimpan. Setiap kertas tercetak sendiri begitu printernya siap lagi.</translation>
    </message>
    <message>
        <source>The paper as it will print</source>
        <translation>Kertas seperti yang akan tercetak</translation>
    </message>
    <message>
        <source>Throw &amp;away</source>
        <translation>&amp;Buang</translation>
    </message>
</context>
<context>
    <name>act_json</name>
    <message>
        <source>“{name}” is not a detail of this action.</source>
        <translation>“{name}” bukan rincian tindakan ini.</translation>
    </message>
    <message>
        <source>“{typed}” is not an action. It can be: {known}.</source>
        <translation>“{typed}” bukan tindakan. Pilihannya: {known}.</translation>
    </message>
</context>
<context>
    <name>brief</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Before {when}: “{what}”, by {who}</source>
        <translation>Sebelum {when}: “{what}”, oleh {who}</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Dibeli</translation>
    </message>
    <message>
        <source>By {when}: in {span}</source>
        <translation>Paling lambat {when}: {span} lagi</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Penyebab</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>For colleagues only: not for the customer.</source>
        <translation>Hanya untuk rekan kerja: bukan untuk pelanggan.</translation>
    </message>
    <message>
        <source>Hand-over brief</source>
        <translation>Ringkasan serah terima</translation>
    </message>
    <message>
        <source>Handed over by: name, signature, time</source>
        <translation>Diserahkan oleh: nama, tanda tangan, jam</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Keadaan sekarang</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Langkah berikutnya</translation>
    </message>
    <message>
        <source>Nobody has spoken with the customer since it came in.</source>
        <translation>Belum ada yang bicara dengan pelanggan sejak komplain masuk.</translation>
    </message>
    <message>
        <source>Nota</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Nothing is owed beside the answer.</source>
        <translation>Tidak ada janji lain selain jawabannya.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Yang dijanjikan</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Penyelesaian</translation>
    </message>
    <message>
        <source>Said, newest first</source>
        <translation>Yang dibicarakan, terbaru di atas</translation>
    </message>
    <message>
        <source>Since {when}: {span} late</source>
        <translation>Sejak {when}: terlambat {span}</translation>
    </message>
    <message>
        <source>Taken over by: name, signature, time</source>
        <translation>Diterima oleh: nama, tanda tangan, jam</translation>
    </message>
    <message>
        <source>The brief was copied.</source>
        <translation>Ringkasan sudah disalin.</translation>
    </message>
    <message>
        <source>They expected</source>
        <translation>Harapan</translation>
    </message>
    <message>
        <source>They say</source>
        <translation>Keluhan</translation>
    </message>
    <message>
        <source>They want</source>
        <translation>Diminta</translation>
    </message>
    <message>
        <source>We found</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa masalahnya</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>and {n} earlier, on the screen</source>
        <translation>dan {n} lagi sebelumnya, lihat di layar</translation>
    </message>
    <message>
        <source>and {n} more promise</source>
        <translation>dan {n} janji lagi</translation>
    </message>
    <message>
        <source>and {n} more promises</source>
        <translation>dan {n} janji lagi</translation>
    </message>
    <message>
        <source>due at first {when}</source>
        <translation>tenggat semula {when}</translation>
    </message>
    <message>
        <source>waiting for: {waited}</source>
        <translation>menunggu: {waited}</translation>
    </message>
    <message>
        <source>without a nota</source>
        <translation>tanpa nota</translation>
    </message>
    <message>
        <source>{number} · as of {when}</source>
        <translation>{number} · per {when}</translation>
    </message>
    <message>
        <source>{span} late: “{what}”, by {who}</source>
        <translation>Terlambat {span}: “{what}”, oleh {who}</translation>
    </message>
    <message>
        <source>{what}. {more}</source>
        <translation>{what}. {more}</translation>
    </message>
    <message>
        <source>{who}: {more}</source>
        <translation>{who}: {more}</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message>
        <source>A newer version of this program wrote something here that this one cannot show. Everything is kept. Update the program to see it.</source>
        <translation>Versi program yang lebih baru menulis sesuatu di sini yang belum bisa ditampilkan. Semua tetap tersimpan. Perbarui program untuk melihatnya.</translation>
    </message>
    <message>
        <source>Any colleague can go on from here if this is written down.</source>
        <translation>Kalau dicatat, rekan mana pun bisa melanjutkan dari sini.</translation>
    </message>
    <message>
        <source>Both sides stay in the timeline; this line says what holds.</source>
        <translation>Keduanya tetap ada di riwayat; baris ini menyatakan yang berlaku.</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Dibeli</translation>
    </message>
    <message>
        <source>Bought at</source>
        <translation>Dibeli di</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Handled at</source>
        <translation>Ditangani di</translation>
    </message>
    <message>
        <source>How it came in</source>
        <translation>Cara masuk</translation>
    </message>
    <message>
        <source>I myself</source>
        <translation>Saya sendiri</translation>
    </message>
    <message>
        <source>It goes back to who handed it over, with your reason.</source>
        <translation>Kembali ke yang menyerahkan, beserta alasan Anda.</translation>
    </message>
    <message>
        <source>It then waits for the customer&apos;s own word.</source>
        <translation>Setelah ini menunggu kata pelanggan sendiri.</translation>
    </message>
    <message>
        <source>No complaint is open here.</source>
        <translation>Tidak ada komplain yang terbuka di sini.</translation>
    </message>
    <message>
        <source>No promise is open here.</source>
        <translation>Tidak ada janji yang terbuka di sini.</translation>
    </message>
    <message>
        <source>Nota</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Promised until now: {due}. Nothing is extended in silence.</source>
        <translation>Dijanjikan sampai sekarang: {due}. Tidak ada perpanjangan diam-diam.</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Kontak lain</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Keselamatan</translation>
    </message>
    <message>
        <source>Safety: the product is not to be used until it has been checked.</source>
        <translation>Keselamatan: barang jangan dipakai dulu sampai selesai diperiksa.</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Dilayani oleh</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Barang ditinggal</translation>
    </message>
    <message>
        <source>The clock goes on; everybody sees who or what is waited for.</source>
        <translation>Waktu tetap berjalan; semua melihat siapa atau apa yang ditunggu.</translation>
    </message>
    <message>
        <source>The number stays, and a new round of 24 hours begins.</source>
        <translation>Nomornya tetap, dan putaran baru 24 jam dimulai.</translation>
    </message>
    <message>
        <source>The old line stays readable. Number, nota and time never change.</source>
        <translation>Baris lama tetap bisa dibaca. Nomor, nota, dan waktu tidak pernah berubah.</translation>
    </message>
    <message>
        <source>The reason stays in the timeline; this cannot be undone.</source>
        <translation>Alasannya tetap di riwayat; ini tidak bisa diurungkan.</translation>
    </message>
    <message>
        <source>Until now: {value}</source>
        <translation>Sampai sekarang: {value}</translation>
    </message>
    <message>
        <source>What was bought</source>
        <translation>Yang dibeli</translation>
    </message>
    <message>
        <source>Whoever works there</source>
        <translation>Siapa saja yang bertugas di sana</translation>
    </message>
    <message>
        <source>branch {code}</source>
        <translation>cabang {code}</translation>
    </message>
    <message>
        <source>branch {code}, {name}</source>
        <translation>cabang {code}, {name}</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>belum dicetak</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>pelanggan</translation>
    </message>
    <message>
        <source>without a nota</source>
        <translation>tanpa nota</translation>
    </message>
    <message>
        <source>{code}, {name}</source>
        <translation>{code}, {name}</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>Terlambat {span}</translation>
    </message>
</context>
<context>
    <name>case_acts</name>
    <message>
        <source>Accept</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>Accept the hand-over</source>
        <translation>Terima serah terima</translation>
    </message>
    <message>
        <source>Agree on more time</source>
        <translation>Sepakati tambahan waktu</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Lampirkan</translation>
    </message>
    <message>
        <source>Attach photos and files</source>
        <translation>Lampirkan foto dan berkas</translation>
    </message>
    <message>
        <source>Attached.</source>
        <translation>Dilampirkan.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Begin handling</source>
        <translation>Mulai tangani</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close with the customer</source>
        <translation>Tutup bersama pelanggan</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Sahkan</translation>
    </message>
    <message>
        <source>Confirm the judgement</source>
        <translation>Sahkan penilaian</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontak</translation>
    </message>
    <message>
        <source>Contact logged.</source>
        <translation>Kontak dicatat.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Koreksi</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Koreksi</translation>
    </message>
    <message>
        <source>Corrected; the old line stays readable.</source>
        <translation>Dikoreksi; baris lama tetap bisa dibaca.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Selesai.</translation>
    </message>
    <message>
        <source>Examination written down.</source>
        <translation>Hasil pemeriksaan dicatat.</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Give the hand-over back</source>
        <translation>Kembalikan serah terima</translation>
    </message>
    <message>
        <source>Given back.</source>
        <translation>Dikembalikan.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>Handed over; it counts once it is accepted.</source>
        <translation>Diserahkan; berlaku setelah diterima.</translation>
    </message>
    <message>
        <source>It is solved</source>
        <translation>Sudah selesai</translation>
    </message>
    <message>
        <source>It is yours now.</source>
        <translation>Sekarang ini tugas Anda.</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Judge whose fault it was</source>
        <translation>Nilai salah siapa</translation>
    </message>
    <message>
        <source>Judged; somebody else confirms it.</source>
        <translation>Dinilai; orang lain yang mengesahkan.</translation>
    </message>
    <message>
        <source>Judgement confirmed.</source>
        <translation>Penilaian disahkan.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Hubungkan</translation>
    </message>
    <message>
        <source>Link it to another complaint</source>
        <translation>Hubungkan dengan komplain lain</translation>
    </message>
    <message>
        <source>Linked.</source>
        <translation>Terhubung.</translation>
    </message>
    <message>
        <source>Log the contact</source>
        <translation>Catat kontak</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Tambah waktu</translation>
    </message>
    <message>
        <source>More time was agreed.</source>
        <translation>Tambahan waktu disepakati.</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Janji meleset</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Note written.</source>
        <translation>Catatan tersimpan.</translation>
    </message>
    <message>
        <source>Nothing in particular</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Open the hand-over brief</source>
        <translation>Buka ringkasan serah terima</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Cetakan</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>Teruskan</translation>
    </message>
    <message>
        <source>Print a paper of this case</source>
        <translation>Cetak kertas lain untuk kasus ini</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Cetak struk</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Janji</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>Janji ditepati</translation>
    </message>
    <message>
        <source>Promise kept.</source>
        <translation>Janji ditepati.</translation>
    </message>
    <message>
        <source>Promise written down.</source>
        <translation>Janji dicatat.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Struk</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Buka lagi</translation>
    </message>
    <message>
        <source>Reopen it</source>
        <translation>Buka kembali</translation>
    </message>
    <message>
        <source>Reopened: a new round of 24 hours.</source>
        <translation>Dibuka kembali: putaran baru 24 jam.</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Selesaikan</translation>
    </message>
    <message>
        <source>Settle the contradiction</source>
        <translation>Selesaikan pertentangan</translation>
    </message>
    <message>
        <source>Settled; both sides stay readable.</source>
        <translation>Diselesaikan; keduanya tetap bisa dibaca.</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Solved. Now the customer has the word.</source>
        <translation>Selesai. Sekarang giliran kata pelanggan.</translation>
    </message>
    <message>
        <source>The promise was kept</source>
        <translation>Janji ditepati</translation>
    </message>
    <message>
        <source>The promise was not kept</source>
        <translation>Janji tidak ditepati</translation>
    </message>
    <message>
        <source>There is no file yet. Choose one, or paste a picture.</source>
        <translation>Belum ada berkas. Pilih berkas, atau tempel gambar.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Tunggu</translation>
    </message>
    <message>
        <source>Wait; the clock goes on</source>
        <translation>Tunggu; waktu tetap jalan</translation>
    </message>
    <message>
        <source>Waiting. The clock goes on.</source>
        <translation>Menunggu. Waktu tetap berjalan.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Withdraw the complaint</source>
        <translation>Batalkan komplain</translation>
    </message>
    <message>
        <source>Withdrawn.</source>
        <translation>Dibatalkan.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Tulis pesan</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Tulis catatan</translation>
    </message>
    <message>
        <source>Write down the promise</source>
        <translation>Catat janji</translation>
    </message>
    <message>
        <source>Write down what was found</source>
        <translation>Catat hasil pemeriksaan</translation>
    </message>
    <message>
        <source>Written down. The customer deserves an apology.</source>
        <translation>Dicatat. Pelanggan pantas menerima permintaan maaf.</translation>
    </message>
    <message>
        <source>You are handling it now.</source>
        <translation>Sekarang Anda yang menangani.</translation>
    </message>
</context>
<context>
    <name>case_deeds</name>
    <message>
        <source>{deed}; something is half typed</source>
        <translation>{deed}; ada ketikan yang belum selesai</translation>
    </message>
</context>
<context>
    <name>case_files</name>
    <message>
        <source>Choose files …</source>
        <translation>Pilih berkas …</translation>
    </message>
    <message>
        <source>Drop files here, or paste a picture with Ctrl+V.</source>
        <translation>Seret berkas ke sini, atau tempel gambar dengan Ctrl+V.</translation>
    </message>
    <message>
        <source>Pasted picture.png</source>
        <translation>Gambar tempelan.png</translation>
    </message>
    <message>
        <source>Photos and documents of this case</source>
        <translation>Foto dan dokumen komplain ini</translation>
    </message>
    <message>
        <source>Take them out again</source>
        <translation>Keluarkan lagi</translation>
    </message>
</context>
<context>
    <name>case_head</name>
    <message>
        <source>Act</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>Act and follow up: it is solved.</source>
        <translation>Bertindak dan tindak lanjuti: sudah selesai.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Penyebab</translation>
    </message>
    <message>
        <source>Dig for the expectation that was not met: what they want is known.</source>
        <translation>Gali harapan yang tidak terpenuhi: permintaannya sudah diketahui.</translation>
    </message>
    <message>
        <source>Double-check satisfaction: closed with the customer&apos;s own word.</source>
        <translation>Pastikan kepuasan: ditutup dengan kata pelanggan sendiri.</translation>
    </message>
    <message>
        <source>Due {when}</source>
        <translation>Tenggat {when}</translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation>Harapan</translation>
    </message>
    <message>
        <source>Express respect: the customer was received, and has a number.</source>
        <translation>Tunjukkan hormat: pelanggan sudah diterima dan punya nomor.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Kesalahan</translation>
    </message>
    <message>
        <source>Flag OFF</source>
        <translation>Flag OFF</translation>
    </message>
    <message>
        <source>Flag ON</source>
        <translation>Flag ON</translation>
    </message>
    <message>
        <source>Flag: nobody at fault</source>
        <translation>Flag: tidak ada yang salah</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Dengar</translation>
    </message>
    <message>
        <source>Listen to understand: what was understood was read back to them.</source>
        <translation>Dengarkan untuk memahami: yang kami tangkap sudah dibacakan kembali.</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Perlu dilihat</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Belum dinilai</translation>
    </message>
    <message>
        <source>Outline the solutions: they were told what will be done, and when.</source>
        <translation>Jelaskan solusinya: pelanggan tahu apa yang akan dikerjakan, dan kapan.</translation>
    </message>
    <message>
        <source>Photo {n}</source>
        <translation>Foto {n}</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Penyelesaian</translation>
    </message>
    <message>
        <source>Respect</source>
        <translation>Hormat</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Puas</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Solusi</translation>
    </message>
    <message>
        <source>Solved late</source>
        <translation>Selesai terlambat</translation>
    </message>
    <message>
        <source>Solved within 24 hours</source>
        <translation>Selesai dalam 24 jam</translation>
    </message>
    <message>
        <source>Solved within the agreed time</source>
        <translation>Selesai dalam waktu yang disepakati</translation>
    </message>
    <message>
        <source>The customer says</source>
        <translation>Kata pelanggan</translation>
    </message>
    <message>
        <source>The technician found</source>
        <translation>Temuan mekanik</translation>
    </message>
    <message>
        <source>With {who}</source>
        <translation>Dipegang {who}</translation>
    </message>
    <message>
        <source>at {branch}</source>
        <translation>di {branch}</translation>
    </message>
    <message>
        <source>done by one person alone</source>
        <translation>dikerjakan satu orang saja</translation>
    </message>
    <message>
        <source>extended once</source>
        <translation>diperpanjang sekali</translation>
    </message>
    <message>
        <source>extended {n} times</source>
        <translation>diperpanjang {n} kali</translation>
    </message>
    <message>
        <source>handed over to {who}, not accepted yet</source>
        <translation>diserahkan ke {who}, belum diterima</translation>
    </message>
    <message>
        <source>handed over to {who}, {branch}, not accepted yet</source>
        <translation>diserahkan kepada {who}, {branch}, belum diterima</translation>
    </message>
    <message>
        <source>head office decides</source>
        <translation>kantor pusat yang memutuskan</translation>
    </message>
    <message>
        <source>new round since {when}</source>
        <translation>putaran baru sejak {when}</translation>
    </message>
    <message>
        <source>news overdue since {when}</source>
        <translation>kabar terlambat sejak {when}</translation>
    </message>
    <message>
        <source>next news before {when}</source>
        <translation>kabar berikutnya sebelum {when}</translation>
    </message>
    <message>
        <source>was late before</source>
        <translation>pernah terlambat</translation>
    </message>
    <message>
        <source>went up to the CRO</source>
        <translation>naik ke CRO</translation>
    </message>
    <message>
        <source>{fault}, says {who}; confirmed by {other}</source>
        <translation>{fault}, kata {who}; disahkan oleh {other}</translation>
    </message>
    <message>
        <source>{fault}, says {who}; not confirmed yet</source>
        <translation>{fault}, kata {who}; belum disahkan</translation>
    </message>
    <message>
        <source>{what}: kept</source>
        <translation>{what}: ditepati</translation>
    </message>
    <message>
        <source>{what}: kept, but late</source>
        <translation>{what}: ditepati, tetapi terlambat</translation>
    </message>
    <message>
        <source>{what}: not kept</source>
        <translation>{what}: tidak ditepati</translation>
    </message>
    <message>
        <source>{what}: {who}, before {when}</source>
        <translation>{what}: {who}, sebelum {when}</translation>
    </message>
    <message>
        <source>{what}: {who}, {span} late</source>
        <translation>{what}: {who}, terlambat {span}</translation>
    </message>
</context>
<context>
    <name>case_inputs</name>
    <message>
        <source>14.10, tomorrow 10, +4</source>
        <translation>14.10, besok 10, +4</translation>
    </message>
    <message>
        <source>14.10, yesterday 17.00</source>
        <translation>14.10, kemarin 17.00</translation>
    </message>
</context>
<context>
    <name>case_known</name>
    <message>
        <source>Call with this computer</source>
        <translation>Telepon dengan komputer ini</translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation>Salin nomor telepon</translation>
    </message>
    <message>
        <source>It was kept</source>
        <translation>Sudah ditepati</translation>
    </message>
    <message>
        <source>It was not kept</source>
        <translation>Tidak ditepati</translation>
    </message>
    <message>
        <source>Linked complaints</source>
        <translation>Komplain yang terhubung</translation>
    </message>
    <message>
        <source>Open this complaint</source>
        <translation>Buka komplain ini</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Janji</translation>
    </message>
</context>
<context>
    <name>case_links</name>
    <message>
        <source>It belongs to branches that are not yours.</source>
        <translation>Ini milik cabang yang bukan bagian Anda.</translation>
    </message>
    <message>
        <source>This complaint is not at this desk. Head office has it.</source>
        <translation>Komplain ini tidak ada di meja ini. Kantor pusat punya.</translation>
    </message>
</context>
<context>
    <name>case_moments</name>
    <message>
        <source>+24 h</source>
        <translation>+24 jam</translation>
    </message>
    <message>
        <source>+4 h</source>
        <translation>+4 jam</translation>
    </message>
    <message>
        <source>tomorrow 10.00</source>
        <translation>besok 10.00</translation>
    </message>
    <message>
        <source>“{typed}” is no day and hour. Write it like 14.10, tomorrow 10.00 or 20/6 14.10.</source>
        <translation>“{typed}” bukan hari dan jam. Tulis seperti 14.10, besok 10.00, atau 20/6 14.10.</translation>
    </message>
</context>
<context>
    <name>case_next</name>
    <message>
        <source>Accept what {who} hands over</source>
        <translation>Terima yang diserahkan {who}</translation>
    </message>
    <message>
        <source>After-care call to {name}, due since {when}</source>
        <translation>Telepon purnalayan ke {name}, jatuh tempo sejak {when}</translation>
    </message>
    <message>
        <source>Ask {name} whether all is well now, then close</source>
        <translation>Tanyakan ke {name} apakah semua sudah baik, lalu tutup</translation>
    </message>
    <message>
        <source>Begin: call {name} before {due}</source>
        <translation>Mulai: telepon {name} sebelum {due}</translation>
    </message>
    <message>
        <source>Begin: give {name} an answer before {due}</source>
        <translation>Mulai: beri jawaban kepada {name} sebelum {due}</translation>
    </message>
    <message>
        <source>Begin: write to {name} before {due}</source>
        <translation>Mulai: kirim pesan ke {name} sebelum {due}</translation>
    </message>
    <message>
        <source>Call {name} before {due}</source>
        <translation>Telepon {name} sebelum {due}</translation>
    </message>
    <message>
        <source>Closed {when}. Nothing is left to do</source>
        <translation>Ditutup {when}. Tidak ada lagi yang perlu dikerjakan</translation>
    </message>
    <message>
        <source>Closed. After-care call to {name} {when}</source>
        <translation>Ditutup. Telepon purnalayan ke {name} {when}</translation>
    </message>
    <message>
        <source>Confirm {who}&apos;s judgement</source>
        <translation>Sahkan penilaian {who}</translation>
    </message>
    <message>
        <source>Examine the product before {due}</source>
        <translation>Periksa barangnya sebelum {due}</translation>
    </message>
    <message>
        <source>Give {name} an answer before {due}</source>
        <translation>Beri jawaban kepada {name} sebelum {due}</translation>
    </message>
    <message>
        <source>Judge whose fault it was</source>
        <translation>Nilai salah siapa</translation>
    </message>
    <message>
        <source>No news since {when} was promised: {call}</source>
        <translation>Kabar dijanjikan {when} dan belum ada: {call}</translation>
    </message>
    <message>
        <source>Pass it on; {name} hears from us before {due}</source>
        <translation>Teruskan; {name} kita kabari sebelum {due}</translation>
    </message>
    <message>
        <source>Promised to {name} for {by} by {who}: “{what}”</source>
        <translation>Janji {who} kepada {name} untuk {by}: “{what}”</translation>
    </message>
    <message>
        <source>Solve it before {due}: cause and remedy are known</source>
        <translation>Selesaikan sebelum {due}: penyebab dan penyelesaian sudah diketahui</translation>
    </message>
    <message>
        <source>Solved. It waits for the word of {name}</source>
        <translation>Selesai. Menunggu kata {name}</translation>
    </message>
    <message>
        <source>Solved. Others ask {name} whether all is well now: {names}</source>
        <translation>Selesai. Yang menanyakan ke {name} apakah semua sudah baik: {names}</translation>
    </message>
    <message>
        <source>The registration is not here yet. It comes with a file of its branch.</source>
        <translation>Pencatatannya belum sampai di sini. Akan datang bersama berkas dari cabangnya.</translation>
    </message>
    <message>
        <source>Two entries contradict each other: write down what holds</source>
        <translation>Dua catatan bertentangan: tuliskan mana yang berlaku</translation>
    </message>
    <message>
        <source>Waiting for it: tell {name} how far it is before {due}</source>
        <translation>Masih menunggu: kabari {name} sampai mana sebelum {due}</translation>
    </message>
    <message>
        <source>Waiting for {name}: remind them before {due}</source>
        <translation>Menunggu {name}: ingatkan sebelum {due}</translation>
    </message>
    <message>
        <source>Waiting for {who} to accept; call {name} before {due}</source>
        <translation>Menunggu {who} menerima; telepon {name} sebelum {due}</translation>
    </message>
    <message>
        <source>Withdrawn {when}. Nothing is left to do</source>
        <translation>Dibatalkan {when}. Tidak ada lagi yang perlu dikerjakan</translation>
    </message>
    <message>
        <source>Write to {name} before {due}</source>
        <translation>Kirim pesan ke {name} sebelum {due}</translation>
    </message>
    <message>
        <source>a colleague who left</source>
        <translation>rekan yang sudah keluar</translation>
    </message>
    <message>
        <source>call {name} now</source>
        <translation>telepon {name} sekarang</translation>
    </message>
    <message>
        <source>give {name} an answer now</source>
        <translation>beri jawaban kepada {name} sekarang</translation>
    </message>
    <message>
        <source>write to {name} now</source>
        <translation>kirim pesan ke {name} sekarang</translation>
    </message>
    <message>
        <source>{span} late, promised to {name} by {who}: “{what}”</source>
        <translation>Terlambat {span}, janji {who} kepada {name}: “{what}”</translation>
    </message>
    <message>
        <source>{span} late: solve it; {name} hears from us before {news}</source>
        <translation>Terlambat {span}: selesaikan; {name} kita kabari sebelum {news}</translation>
    </message>
    <message>
        <source>{span} late: {call}</source>
        <translation>Terlambat {span}: {call}</translation>
    </message>
</context>
<context>
    <name>case_view</name>
    <message>
        <source>Copy the number</source>
        <translation>Salin nomor</translation>
    </message>
    <message>
        <source>{deed} (key {key})</source>
        <translation>{deed} (tombol {key})</translation>
    </message>
</context>
<context>
    <name>checking</name>
    <message>
        <source>Genuine: {name} signed this receipt for {number}, received on {received}, news promised by {due}. The complaint is known here.</source>
        <translation>Asli: {name} menandatangani bukti {number} ini, diterima {received}, kabar dijanjikan paling lambat {due}. Komplainnya ada di sini.</translation>
    </message>
    <message>
        <source>Genuine: {name} signed this receipt for {number}, received on {received}, news promised by {due}. The complaint itself is not at this desk; ask {name} about it.</source>
        <translation>Asli: {name} menandatangani bukti {number} ini, diterima {received}, kabar dijanjikan paling lambat {due}. Komplainnya tidak ada di meja ini; tanyakan ke {name}.</translation>
    </message>
    <message>
        <source>Not genuine: this code was not signed by {name}, although it says so. Something in it was changed. Keep the paper, and ask {name} about {number}.</source>
        <translation>Tidak asli: kode ini tidak ditandatangani oleh {name}, meskipun tertulis begitu. Ada isinya yang diubah. Simpan kertasnya, dan tanyakan {number} ke {name}.</translation>
    </message>
    <message>
        <source>Not to be relied on: the signature fits {name}, and that desk&apos;s card was revoked. The receipt for {number} may be older than that; ask at the branch.</source>
        <translation>Belum bisa dipercaya: tanda tangannya cocok dengan {name}, tetapi kartu meja itu sudah dicabut. Bukti {number} mungkin dibuat sebelumnya; tanyakan ke cabang.</translation>
    </message>
    <message>
        <source>Not to be told by the code: the receipt for {number} was made here before a backup was restored, and the old key is gone. Compare the paper with the complaint on the screen.</source>
        <translation>Tidak bisa dipastikan dari kodenya: bukti {number} dibuat di sini sebelum cadangan dipulihkan, dan kunci lamanya sudah tidak ada. Bandingkan kertasnya dengan komplain di layar.</translation>
    </message>
    <message>
        <source>Not to be told here: the receipt for {number} says that the desk {node} made it, and this desk does not know that one. Ask head office whether it is one of ours.</source>
        <translation>Tidak bisa dipastikan di sini: menurut kodenya, bukti {number} dibuat oleh meja {node}, dan meja itu tidak dikenal di sini. Tanyakan ke kantor pusat apakah itu meja kita.</translation>
    </message>
    <message>
        <source>There is a complaint {number} here, and a number alone proves nothing about a paper. Scan the square code of the receipt to know whether it is genuine.</source>
        <translation>Komplain {number} ada di sini, tetapi nomor saja tidak membuktikan kertasnya asli. Pindai kode kotak pada bukti untuk memastikannya.</translation>
    </message>
    <message>
        <source>This is neither the code of a receipt nor a complaint number. Scan the square code once more.</source>
        <translation>Ini bukan kode bukti dan bukan nomor komplain. Pindai kode kotaknya sekali lagi.</translation>
    </message>
    <message>
        <source>{number} is written like a complaint number, is not known at this desk, and a number alone proves nothing. Scan the square code of the receipt to know whether it is genuine.</source>
        <translation>{number} ditulis seperti nomor komplain, tetapi tidak dikenal di meja ini, dan nomor saja tidak membuktikan apa pun. Pindai kode kotak pada bukti untuk memastikannya.</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>A part</source>
        <translation>Suku cadang</translation>
    </message>
    <message>
        <source>After-sales number, WhatsApp</source>
        <translation>Nomor after-sales, WhatsApp</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Setuju</translation>
    </message>
    <message>
        <source>Apology</source>
        <translation>Permintaan maaf</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Comment card</source>
        <translation>Kartu komentar</translation>
    </message>
    <message>
        <source>Communication with the customer</source>
        <translation>Komunikasi eksternal</translation>
    </message>
    <message>
        <source>Communication within the shop</source>
        <translation>Komunikasi internal</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Komplain</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Penjelasan</translation>
    </message>
    <message>
        <source>Human side</source>
        <translation>Aspek manusia</translation>
    </message>
    <message>
        <source>In handling</source>
        <translation>Ditangani</translation>
    </message>
    <message>
        <source>Lack of communication</source>
        <translation>Kurang komunikasi</translation>
    </message>
    <message>
        <source>Lack of respect</source>
        <translation>Kurang menghargai</translation>
    </message>
    <message>
        <source>Lack of training</source>
        <translation>Kurang pelatihan</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Marketplace</translation>
    </message>
    <message>
        <source>Missing material or tools</source>
        <translation>Bahan atau alat tidak ada</translation>
    </message>
    <message>
        <source>Mystery shopper</source>
        <translation>Mystery shopper</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Tidak ada yang salah</translation>
    </message>
    <message>
        <source>Nobody listened</source>
        <translation>Tidak didengarkan</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>Tidak setuju</translation>
    </message>
    <message>
        <source>Nothing to do with each other</source>
        <translation>Tidak ada hubungannya</translation>
    </message>
    <message>
        <source>Other work came between</source>
        <translation>Terbentur pekerjaan lain</translation>
    </message>
    <message>
        <source>Partly agreed</source>
        <translation>Setuju sebagian</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Diteruskan</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>Pujian</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Uang kembali</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Berkaitan</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Dibuka kembali</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Penggantian</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Jasa/pelayanan</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Media sosial</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Staff, as the customer told it</source>
        <translation>Staf, sesuai ucapan pelanggan</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Saran</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>Survei</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Aspek sistem</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>The customer contacted us</source>
        <translation>Pelanggan menghubungi kita</translation>
    </message>
    <message>
        <source>The customer, on the turned screen</source>
        <translation>Pelanggan, di layar yang diputar</translation>
    </message>
    <message>
        <source>The maker</source>
        <translation>Pabrik</translation>
    </message>
    <message>
        <source>The product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>The same matter</source>
        <translation>Masalah yang sama</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Menunggu pelanggan</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Datang langsung</translation>
    </message>
    <message>
        <source>We contacted the customer</source>
        <translation>Kita menghubungi pelanggan</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>“{typed}” is not known here. It can be: {known}.</source>
        <translation>“{typed}” tidak dikenal di sini. Pilihannya: {known}.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>--limit takes a number from 1.</source>
        <translation>--limit memerlukan angka mulai dari 1.</translation>
    </message>
    <message>
        <source>Accepted: {name}, {company}. Compare the fingerprint by telephone: {fingerprint}</source>
        <translation>Diterima: {name}, {company}. Cocokkan sidik jarinya lewat telepon: {fingerprint}</translation>
    </message>
    <message>
        <source>Accepted: {name}, {company}. The fingerprint agrees: {fingerprint}</source>
        <translation>Diterima: {name}, {company}. Sidik jarinya cocok: {fingerprint}</translation>
    </message>
    <message>
        <source>All is well: {entries}, {complaints}.</source>
        <translation>Semua beres: {entries}, {complaints}.</translation>
    </message>
    <message>
        <source>Backed up: {file}.</source>
        <translation>Cadangan dibuat: {file}.</translation>
    </message>
    <message>
        <source>Nobody called {name} works here.</source>
        <translation>Tidak ada yang bernama {name} bekerja di sini.</translation>
    </message>
    <message>
        <source>Restored into {folder}.</source>
        <translation>Dipulihkan ke {folder}.</translation>
    </message>
    <message>
        <source>Restored. What was there before is kept in {folder}.</source>
        <translation>Dipulihkan. Yang ada sebelumnya disimpan di {folder}.</translation>
    </message>
    <message>
        <source>Several are called {name}, at branches {codes}. Give the id instead.</source>
        <translation>Ada beberapa orang bernama {name}, di cabang {codes}. Pakai id-nya.</translation>
    </message>
    <message>
        <source>Something went wrong in the program; it was our fault, not yours. What was saved is safe. ({kind})</source>
        <translation>Ada yang salah di program; ini salah kami, bukan Anda. Yang sudah tersimpan aman. ({kind})</translation>
    </message>
    <message>
        <source>Something went wrong in the program; it was our fault, not yours. What was saved is safe. A report without personal data is in {file}.</source>
        <translation>Ada yang salah di program; ini salah kami, bukan Anda. Yang sudah tersimpan aman. Laporan tanpa data pribadi ada di {file}.</translation>
    </message>
    <message>
        <source>The card of {node} does not count any more. What that desk wrote so far stays.</source>
        <translation>Kartu {node} tidak berlaku lagi. Yang sudah ditulis meja itu tetap ada.</translation>
    </message>
    <message>
        <source>The desk of {company}, branch {branch} {name}, is ready in {folder}.</source>
        <translation>Meja komplain {company}, cabang {branch} {name}, siap di {folder}.</translation>
    </message>
    <message>
        <source>The details are not a JSON document. Nothing was changed.</source>
        <translation>Rinciannya bukan dokumen JSON. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read: {reason}. Nothing was changed.</source>
        <translation>Berkas {file} tidak bisa dibaca: {reason}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read: {reason}. Nothing was registered.</source>
        <translation>Berkas {file} tidak bisa dibaca: {reason}. Tidak ada yang didaftarkan.</translation>
    </message>
    <message>
        <source>The papers show the company&apos;s name in type.</source>
        <translation>Cetakan menampilkan nama perusahaan dengan huruf.</translation>
    </message>
    <message>
        <source>The papers show the logo {file} from now on.</source>
        <translation>Mulai sekarang cetakan menampilkan logo {file}.</translation>
    </message>
    <message>
        <source>The tables were computed anew.</source>
        <translation>Tabel sudah dihitung ulang.</translation>
    </message>
    <message>
        <source>The workbook beside it: {file}</source>
        <translation>Buku kerja Excel di sampingnya: {file}</translation>
    </message>
    <message>
        <source>This line is not a JSON document. It was left out; the others are taken.</source>
        <translation>Baris ini bukan dokumen JSON. Baris ini dilewati; yang lain tetap diterima.</translation>
    </message>
    <message>
        <source>This paper does not come on {paper}. It can be: {known}.</source>
        <translation>Kertas jenis ini tidak tersedia dalam ukuran {paper}. Pilihannya: {known}.</translation>
    </message>
    <message>
        <source>This was done, but could not be printed ({reason}): {line}</source>
        <translation>Ini sudah dikerjakan, tetapi tidak bisa ditampilkan ({reason}): {line}</translation>
    </message>
    <message>
        <source>Which complaint? Say its number behind the kind of paper.</source>
        <translation>Komplain yang mana? Sebutkan nomornya setelah jenis kertas.</translation>
    </message>
    <message>
        <source>Written, read back and verified: {file} ({n} entries).</source>
        <translation>Ditulis, dibaca ulang, dan diperiksa: {file} ({n} catatan).</translation>
    </message>
    <message>
        <source>Written: {file}. Compare the fingerprint by telephone: {fingerprint}</source>
        <translation>Ditulis: {file}. Cocokkan sidik jarinya lewat telepon: {fingerprint}</translation>
    </message>
    <message>
        <source>branch {code}</source>
        <translation>cabang {code}</translation>
    </message>
    <message>
        <source>sees {codes}</source>
        <translation>melihat {codes}</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>nonaktif</translation>
    </message>
    <message>
        <source>{file} cannot be read as text (UTF-8).</source>
        <translation>{file} tidak bisa dibaca sebagai teks (UTF-8).</translation>
    </message>
    <message>
        <source>{n} complaint</source>
        <translation>{n} komplain</translation>
    </message>
    <message>
        <source>{n} complaints</source>
        <translation>{n} komplain</translation>
    </message>
    <message>
        <source>{n} complaints were made in {folder}.</source>
        <translation>{n} komplain dibuat di {folder}.</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} catatan</translation>
    </message>
    <message>
        <source>{n} entry</source>
        <translation>{n} catatan</translation>
    </message>
    <message>
        <source>{rows} lines: {taken} taken, {remarked} taken with a remark, {known} known before, {refused} refused.</source>
        <translation>{rows} baris: {taken} diterima, {remarked} diterima dengan catatan, {known} sudah dikenal, {refused} ditolak.</translation>
    </message>
    <message>
        <source>“{name}” is given twice. The line was left out; give it once.</source>
        <translation>“{name}” tertulis dua kali. Baris ini dilewati; tulis satu kali saja.</translation>
    </message>
</context>
<context>
    <name>closing</name>
    <message>
        <source>Head office may close it all the same; the letter names where else the customer may turn.</source>
        <translation>Kantor pusat tetap boleh menutupnya; suratnya menyebut ke mana lagi pelanggan bisa mengadu.</translation>
    </message>
    <message>
        <source>It stays open and goes to somebody who can decide more. You will hear from us.</source>
        <translation>Komplain tetap terbuka dan diteruskan ke yang lebih berwenang. Anda akan kami kabari.</translation>
    </message>
    <message>
        <source>Not agreed again: it goes up to head office, still open.</source>
        <translation>Masih tidak setuju: naik ke kantor pusat, tetap terbuka.</translation>
    </message>
    <message>
        <source>Not agreed is never closed by the shop: it goes up to the CRO, still open.</source>
        <translation>Yang tidak disetujui tidak pernah ditutup toko: naik ke CRO, tetap terbuka.</translation>
    </message>
    <message>
        <source>Please choose a face, or “rather not say”.</source>
        <translation>Silakan pilih satu wajah, atau “tidak ingin menjawab”.</translation>
    </message>
    <message>
        <source>Thank you for telling us honestly, {name}.</source>
        <translation>Terima kasih sudah jujur kepada kami, {name}.</translation>
    </message>
    <message>
        <source>Thank you, {name}.</source>
        <translation>Terima kasih, {name}.</translation>
    </message>
    <message>
        <source>What does the customer say? Choose one of the three.</source>
        <translation>Apa kata pelanggan? Pilih salah satu dari tiga.</translation>
    </message>
    <message>
        <source>Your word helps us to do better. You are always welcome here.</source>
        <translation>Masukan Anda membantu kami menjadi lebih baik. Kami selalu senang menerima Anda.</translation>
    </message>
    <message>
        <source>{name}, do you agree with how it was solved?</source>
        <translation>{name}, apakah Anda setuju dengan penyelesaiannya?</translation>
    </message>
</context>
<context>
    <name>comment_card</name>
    <message>
        <source>Are you satisfied with how your complaint was handled?</source>
        <translation>Puaskah Anda dengan penanganan komplain Anda?</translation>
    </message>
    <message>
        <source>Complaint number</source>
        <translation>Nomor komplain</translation>
    </message>
    <message>
        <source>Fairly</source>
        <translation>Cukup puas</translation>
    </message>
    <message>
        <source>Hardly</source>
        <translation>Kurang puas</translation>
    </message>
    <message>
        <source>How did we do?</source>
        <translation>Bagaimana pelayanan kami?</translation>
    </message>
    <message>
        <source>How easy was it to complain?</source>
        <translation>Seberapa mudah menyampaikan komplain?</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>Saya memilih tidak menjawab</translation>
    </message>
    <message>
        <source>Name and telephone, if we may call you back</source>
        <translation>Nama dan telepon, bila boleh kami hubungi</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Tidak puas</translation>
    </message>
    <message>
        <source>Please give this card to our staff, or send us a photo of it.</source>
        <translation>Serahkan kartu ini kepada staf kami, atau kirim fotonya kepada kami.</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Puas</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Terima kasih atas masukan Anda.</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>Sangat puas</translation>
    </message>
    <message>
        <source>What should we do better?</source>
        <translation>Apa yang perlu kami perbaiki?</translation>
    </message>
    <message>
        <source>Your honest word helps us to serve you better. Tick what fits; you may leave out whatever you would rather not say.</source>
        <translation>Pendapat jujur Anda membantu kami melayani lebih baik. Centang yang sesuai; yang tidak ingin dijawab boleh dikosongkan.</translation>
    </message>
    <message>
        <source>very easy</source>
        <translation>sangat mudah</translation>
    </message>
    <message>
        <source>very hard</source>
        <translation>sangat sulit</translation>
    </message>
</context>
<context>
    <name>complaint</name>
    <message>
        <source>A judgement was confirmed before it came.</source>
        <translation>Penilaian dikonfirmasi sebelum ada.</translation>
    </message>
    <message>
        <source>A promise was ended that was not open.</source>
        <translation>Janji diakhiri padahal tidak terbuka.</translation>
    </message>
    <message>
        <source>An extension came too late; the first moment stands.</source>
        <translation>Perpanjangan datang terlambat; waktu semula tetap berlaku.</translation>
    </message>
    <message>
        <source>It was closed twice.</source>
        <translation>Ditutup dua kali.</translation>
    </message>
    <message>
        <source>It was closed while it was not solved.</source>
        <translation>Komplain ini ditutup padahal belum selesai.</translation>
    </message>
    <message>
        <source>It was registered twice.</source>
        <translation>Terdaftar dua kali.</translation>
    </message>
    <message>
        <source>It was reopened while it was open.</source>
        <translation>Dibuka kembali padahal masih terbuka.</translation>
    </message>
    <message>
        <source>It was solved twice.</source>
        <translation>Diselesaikan dua kali.</translation>
    </message>
    <message>
        <source>“{kind}” came when it was not open any more.</source>
        <translation>“{kind}” datang ketika sudah tidak terbuka.</translation>
    </message>
</context>
<context>
    <name>counter</name>
    <message>
        <source>A draft waits here that belongs to nobody. F7 shows it.</source>
        <translation>Ada draf yang belum ada pemiliknya. F7 menampilkannya.</translation>
    </message>
    <message>
        <source>A low score asks why. Please ask the customer, and write it down.</source>
        <translation>Nilai rendah perlu alasannya. Mohon tanyakan kepada pelanggan, lalu catat.</translation>
    </message>
    <message>
        <source>A matter of safety</source>
        <translation>Menyangkut keselamatan</translation>
    </message>
    <message>
        <source>Another role calls it solved, and nobody here has it. It is taken in.</source>
        <translation>Yang menyatakan selesai peran lain, dan di sini tidak ada orangnya. Komplain tetap diterima.</translation>
    </message>
    <message>
        <source>Another role calls it solved: the case is handed over at once, with what you write here.</source>
        <translation>Yang menyatakan selesai peran lain: kasus langsung diserahkan, bersama catatan Anda di sini.</translation>
    </message>
    <message>
        <source>Attach a photo</source>
        <translation>Lampirkan foto</translation>
    </message>
    <message>
        <source>Cause, as seen at the counter: {cause}</source>
        <translation>Penyebab menurut konter: {cause}</translation>
    </message>
    <message>
        <source>Cause: {cause}</source>
        <translation>Penyebab: {cause}</translation>
    </message>
    <message>
        <source>Complaint {number} of {name} is about this nota and from the same day. Is it the same matter?</source>
        <translation>Komplain {number} dari {name} menyangkut nota ini pada hari yang sama. Apakah soal yang sama?</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Earlier complaints of this customer</source>
        <translation>Komplain pelanggan ini sebelumnya</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>Salah input</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>Cukup puas</translation>
    </message>
    <message>
        <source>Find the sale</source>
        <translation>Cari penjualan</translation>
    </message>
    <message>
        <source>Go to the phone number</source>
        <translation>Ke nomor telepon</translation>
    </message>
    <message>
        <source>Hand over now</source>
        <translation>Serahkan sekarang</translation>
    </message>
    <message>
        <source>Hand over now, with what was seen at the counter</source>
        <translation>Serahkan sekarang, dengan yang terlihat di konter</translation>
    </message>
    <message>
        <source>Handed over to {colleague}. {name} will hear from us by</source>
        <translation>Diserahkan kepada {colleague}. {name} kami kabari paling lambat</translation>
    </message>
    <message>
        <source>Hardly satisfied</source>
        <translation>Kurang puas</translation>
    </message>
    <message>
        <source>Helped: {remedy}</source>
        <translation>Yang menolong: {remedy}</translation>
    </message>
    <message>
        <source>How satisfied are they? “Rather not say” is an answer too.</source>
        <translation>Seberapa puas? “Tidak ingin menjawab” juga jawaban.</translation>
    </message>
    <message>
        <source>It is another matter</source>
        <translation>Ini soal lain</translation>
    </message>
    <message>
        <source>It is saved as solved. Closing with the customer takes another role.</source>
        <translation>Disimpan sebagai selesai. Menutup bersama pelanggan perlu peran lain.</translation>
    </message>
    <message>
        <source>It is saved as solved. The customer’s word is asked by somebody else: {names}.</source>
        <translation>Disimpan sebagai selesai. Kata pelanggan ditanyakan oleh orang lain: {names}.</translation>
    </message>
    <message>
        <source>Kept as a draft. F7 brings it back.</source>
        <translation>Disimpan sebagai draf. F7 membukanya lagi.</translation>
    </message>
    <message>
        <source>Known here</source>
        <translation>Sudah dikenal</translation>
    </message>
    <message>
        <source>No nota</source>
        <translation>Tanpa nota</translation>
    </message>
    <message>
        <source>No printer is chosen: the receipt is kept as PDF.</source>
        <translation>Belum ada printer: struk disimpan sebagai PDF.</translation>
    </message>
    <message>
        <source>Not at all satisfied</source>
        <translation>Tidak puas</translation>
    </message>
    <message>
        <source>Nota {nota}</source>
        <translation>Nota {nota}</translation>
    </message>
    <message>
        <source>Nothing named yet</source>
        <translation>Belum ada nama</translation>
    </message>
    <message>
        <source>Open that one</source>
        <translation>Buka yang itu</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Gambar tempelan</translation>
    </message>
    <message>
        <source>Photos of the product or the nota</source>
        <translation>Foto produk atau nota</translation>
    </message>
    <message>
        <source>Please ask the customer not to use it. The receipt says so too.</source>
        <translation>Mohon minta pelanggan tidak memakainya. Di struk juga tertulis.</translation>
    </message>
    <message>
        <source>Prints on {printer}</source>
        <translation>Dicetak di {printer}</translation>
    </message>
    <message>
        <source>Rather not say</source>
        <translation>Tidak ingin menjawab</translation>
    </message>
    <message>
        <source>Remedy, as seen at the counter: {remedy}</source>
        <translation>Penyelesaian menurut konter: {remedy}</translation>
    </message>
    <message>
        <source>Safety: no</source>
        <translation>Bahaya: tidak</translation>
    </message>
    <message>
        <source>Safety: yes</source>
        <translation>Bahaya: ya</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Puas</translation>
    </message>
    <message>
        <source>Save as solved and print   Ctrl+Enter</source>
        <translation>Simpan selesai, cetak   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Save, close and print   Ctrl+Enter</source>
        <translation>Simpan, tutup, cetak   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Save, hand over and print   Ctrl+Enter</source>
        <translation>Simpan, serahkan, cetak   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>Solve it now, while the customer is here</source>
        <translation>Selesaikan sekarang, selagi pelanggan di sini</translation>
    </message>
    <message>
        <source>Solve now</source>
        <translation>Selesaikan sekarang</translation>
    </message>
    <message>
        <source>Solve now, while the customer is here</source>
        <translation>Selesaikan sekarang, selagi pelanggan di sini</translation>
    </message>
    <message>
        <source>Solved and closed with {name}’s own word. Thank you.</source>
        <translation>Selesai dan ditutup dengan kata {name} sendiri. Terima kasih.</translation>
    </message>
    <message>
        <source>Solved cases like this one</source>
        <translation>Kasus serupa yang sudah selesai</translation>
    </message>
    <message>
        <source>Solved. A colleague asks {name} whether they agree, by</source>
        <translation>Selesai. Rekan menanyakan persetujuan {name} paling lambat</translation>
    </message>
    <message>
        <source>Take the last complaint back: entered by mistake</source>
        <translation>Batalkan komplain terakhir: salah input</translation>
    </message>
    <message>
        <source>The clock is right, save</source>
        <translation>Jamnya benar, simpan</translation>
    </message>
    <message>
        <source>The draft is thrown away.</source>
        <translation>Draf dibuang.</translation>
    </message>
    <message>
        <source>The receipt appears here as you write, just as it will print.</source>
        <translation>Struk muncul di sini sambil Anda mengetik, persis seperti nanti tercetak.</translation>
    </message>
    <message>
        <source>This does not look like a phone number. It is kept as typed.</source>
        <translation>Ini tidak seperti nomor telepon. Disimpan apa adanya.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>Sangat puas</translation>
    </message>
    <message>
        <source>What does the customer say? Choose one of the three.</source>
        <translation>Apa kata pelanggan? Pilih salah satu dari tiga.</translation>
    </message>
    <message>
        <source>What helped in {number} is copied where nothing stood yet.</source>
        <translation>Yang menolong di {number} disalin ke tempat yang masih kosong.</translation>
    </message>
    <message>
        <source>What helped? A few words are enough.</source>
        <translation>Apa yang dilakukan? Beberapa kata saja cukup.</translation>
    </message>
    <message>
        <source>What was half written is here again.</source>
        <translation>Yang tadi setengah ditulis ada di sini lagi.</translation>
    </message>
    <message>
        <source>What was the cause? A few words are enough.</source>
        <translation>Apa penyebabnya? Beberapa kata saja cukup.</translation>
    </message>
    <message>
        <source>You are asked for the printer each time.</source>
        <translation>Printernya ditanyakan setiap kali.</translation>
    </message>
    <message>
        <source>kept {moment}</source>
        <translation>disimpan {moment}</translation>
    </message>
    <message>
        <source>not clear yet</source>
        <translation>belum jelas</translation>
    </message>
    <message>
        <source>{day} at {clock}</source>
        <translation>{day} pukul {clock}</translation>
    </message>
    <message>
        <source>{first} · {next}</source>
        <translation>{first} · {next}</translation>
    </message>
    <message>
        <source>{name} does not agree: it stays open and goes up. They hear by</source>
        <translation>{name} tidak setuju: tetap terbuka dan naik ke atas. Dikabari paling lambat</translation>
    </message>
    <message>
        <source>{name} will hear from us by</source>
        <translation>{name} kami kabari paling lambat</translation>
    </message>
    <message>
        <source>{name}: Delete takes it away</source>
        <translation>{name}: Delete menghapusnya</translation>
    </message>
    <message>
        <source>{number} is withdrawn. What was typed is in the form again.</source>
        <translation>{number} dibatalkan. Yang diketik ada di formulir lagi.</translation>
    </message>
    <message>
        <source>{n} draft</source>
        <translation>{n} draf</translation>
    </message>
    <message>
        <source>{n} drafts</source>
        <translation>{n} draf</translation>
    </message>
    <message>
        <source>{n} earlier complaint</source>
        <translation>{n} komplain sebelumnya</translation>
    </message>
    <message>
        <source>{n} earlier complaints</source>
        <translation>{n} komplain sebelumnya</translation>
    </message>
    <message>
        <source>{n} earlier, {open} open: the same matter?</source>
        <translation>{n} sebelumnya, {open} terbuka: sama?</translation>
    </message>
    <message>
        <source>{n} like this was solved</source>
        <translation>{n} yang serupa sudah pernah selesai</translation>
    </message>
    <message>
        <source>{n} like this were solved</source>
        <translation>{n} yang serupa sudah pernah selesai</translation>
    </message>
</context>
<context>
    <name>day_end</name>
    <message>
        <source>The day&apos;s end: head office&apos;s card is not known here yet, so no file was written. Everything is kept here for it.</source>
        <translation>Akhir hari: kartu kantor pusat belum dikenal di sini, jadi file tidak dibuat. Semuanya disimpan di sini untuk kantor pusat.</translation>
    </message>
    <message>
        <source>The day&apos;s end: {folder} is not there. {n} complaint is kept here for head office. It is written as soon as the folder or the stick is back.</source>
        <translation>Akhir hari: {folder} tidak ada. {n} komplain tersimpan di sini untuk kantor pusat, dan ditulis begitu folder atau flashdisknya ada lagi.</translation>
    </message>
    <message>
        <source>The day&apos;s end: {folder} is not there. {n} complaints are kept here for head office. They are written as soon as the folder or the stick is back.</source>
        <translation>Akhir hari: {folder} tidak ada. {n} komplain tersimpan di sini untuk kantor pusat, dan ditulis begitu folder atau flashdisknya ada lagi.</translation>
    </message>
</context>
<context>
    <name>deciding</name>
    <message>
        <source>Complaint {number} belongs to branches that are not yours. Nothing was changed.</source>
        <translation>Komplain {number} milik cabang yang bukan bagian Anda. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Complaint {number} is not open any more. Nothing was changed.</source>
        <translation>Komplain {number} sudah tidak terbuka. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Complaint {number} is not solved yet, so it cannot be closed. Nothing was changed.</source>
        <translation>Komplain {number} belum selesai, jadi belum bisa ditutup. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Complaint {number} is solved and waits for the customer&apos;s word. Nothing was changed.</source>
        <translation>Komplain {number} sudah selesai dan menunggu jawaban pelanggan. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>It is handed over to {name}, who answers. Nothing was changed.</source>
        <translation>Sudah diserahkan kepada {name}, yang akan menjawab. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>It is late already: more time is agreed before the moment passes. Nothing was changed. Call the customer, apologise, and promise a new moment.</source>
        <translation>Sudah terlambat: tambahan waktu disepakati sebelum waktunya lewat. Tidak ada yang diubah. Telepon pelanggan, minta maaf, dan janjikan waktu baru.</translation>
    </message>
    <message>
        <source>Nobody hands this complaint over. Nothing was changed.</source>
        <translation>Tidak ada yang menyerahkan komplain ini. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Nothing contradicts itself here. Nothing was changed.</source>
        <translation>Tidak ada yang bertentangan di sini. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Only a closed complaint is reopened. Nothing was changed.</source>
        <translation>Hanya komplain yang sudah ditutup bisa dibuka kembali. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Somebody other than the one who judged confirms the judgement: {names}. Nothing was changed.</source>
        <translation>Yang mengonfirmasi harus orang lain, bukan yang menilai: {names}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The judgement is confirmed already. Nothing was changed.</source>
        <translation>Penilaian sudah dikonfirmasi. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The registration of this complaint is not here yet.</source>
        <translation>Pendaftaran komplain ini belum sampai di sini.</translation>
    </message>
    <message>
        <source>There is no judgement to confirm yet. Nothing was changed.</source>
        <translation>Belum ada penilaian untuk dikonfirmasi. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>What is taken in here belongs to branch {code}, whose cases you do not see. Let a colleague take it in.</source>
        <translation>Yang diterima di sini milik cabang {code}, yang kasusnya tidak Anda lihat. Minta rekan menerimanya.</translation>
    </message>
    <message>
        <source>Who repaired does not close; somebody else asks the customer: {names}. Nothing was changed.</source>
        <translation>Yang memperbaiki tidak menutup; orang lain yang bertanya kepada pelanggan: {names}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>branch {code}</source>
        <translation>cabang {code}</translation>
    </message>
</context>
<context>
    <name>deeds</name>
    <message>
        <source>A low score asks why. Please ask the customer, and write it down.</source>
        <translation>Nilai rendah perlu alasan. Mohon tanyakan kepada pelanggan dan tuliskan.</translation>
    </message>
    <message>
        <source>A promise lies in the future.</source>
        <translation>Janji itu untuk waktu yang akan datang.</translation>
    </message>
    <message>
        <source>A score goes from 1 to 5.</source>
        <translation>Nilai dari 1 sampai 5.</translation>
    </message>
    <message>
        <source>Is it a matter of safety? It can be: true, false.</source>
        <translation>Apakah ini menyangkut keselamatan? Pilihannya: true, false.</translation>
    </message>
    <message>
        <source>It cannot be passed on to branch “{typed}”. Known branches: {known}.</source>
        <translation>Tidak bisa diserahkan ke cabang “{typed}”. Cabang yang dikenal: {known}.</translation>
    </message>
    <message>
        <source>More time is never taken in silence: it needs a contact in which the customer agreed. Nothing was changed. Call the customer, then write down what was said.</source>
        <translation>Tambahan waktu tidak pernah diambil diam-diam: perlu kontak yang disetujui pelanggan. Tidak ada yang diubah. Telepon pelanggan, lalu tulis apa yang dibicarakan.</translation>
    </message>
    <message>
        <source>That is yourself. Choose the colleague who goes on with it.</source>
        <translation>Itu Anda sendiri. Pilih rekan yang melanjutkan.</translation>
    </message>
    <message>
        <source>The new moment has to lie after the one that was promised before.</source>
        <translation>Waktu baru harus setelah waktu yang dijanjikan sebelumnya.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Catatannya kosong.</translation>
    </message>
    <message>
        <source>There is no such open promise. Nothing was changed.</source>
        <translation>Tidak ada janji terbuka seperti itu. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>To whom? Please choose a colleague.</source>
        <translation>Kepada siapa? Mohon pilih rekan.</translation>
    </message>
    <message>
        <source>What did you find? Please write it down.</source>
        <translation>Apa yang ditemukan? Mohon tuliskan.</translation>
    </message>
    <message>
        <source>What holds? Please write it down in a few words.</source>
        <translation>Mana yang berlaku? Tuliskan dengan beberapa kata.</translation>
    </message>
    <message>
        <source>What is promised? Please write it as the customer heard it.</source>
        <translation>Apa yang dijanjikan? Mohon tulis seperti yang didengar pelanggan.</translation>
    </message>
    <message>
        <source>What was done about it? Please write it down.</source>
        <translation>Apa yang dilakukan? Mohon tuliskan.</translation>
    </message>
    <message>
        <source>What was said? One sentence is enough.</source>
        <translation>Apa yang dibicarakan? Satu kalimat cukup.</translation>
    </message>
    <message>
        <source>What was the cause? Please write it down.</source>
        <translation>Apa penyebabnya? Mohon tuliskan.</translation>
    </message>
    <message>
        <source>Why? Please give the reason in a few words.</source>
        <translation>Mengapa? Mohon tulis alasannya dengan singkat.</translation>
    </message>
    <message>
        <source>With which complaint? Please give its number.</source>
        <translation>Dengan komplain yang mana? Tuliskan nomornya.</translation>
    </message>
    <message>
        <source>{name} takes no complaints on. Choose another colleague.</source>
        <translation>{name} tidak menangani komplain. Pilih rekan yang lain.</translation>
    </message>
    <message>
        <source>“{field}” is not corrected: the number, the nota and the moment it came in stay. It can be one of: {known}.</source>
        <translation>“{field}” tidak dikoreksi: nomor, nota, dan waktu masuknya tetap. Pilihannya: {known}.</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>Nobody called {name} works here. Known: {names}.</source>
        <translation>Tidak ada yang bernama {name} bekerja di sini. Yang dikenal: {names}.</translation>
    </message>
    <message>
        <source>Nobody is signed in. Nothing was changed.</source>
        <translation>Belum ada yang bertugas. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Several people work here. Say who you are: set DESK_USER to one of {names}.</source>
        <translation>Ada beberapa orang bekerja di sini. Sebutkan siapa Anda: isi DESK_USER dengan salah satu dari {names}.</translation>
    </message>
    <message>
        <source>The keys in {folder} belong to another desk than the data beside them. Nothing was changed. Restore a backup: it makes new keys.</source>
        <translation>Kunci di {folder} milik meja lain, bukan milik data di sebelahnya. Tidak ada yang diubah. Pulihkan cadangan: kunci baru akan dibuat.</translation>
    </message>
    <message>
        <source>There is no complaint {typed} at this desk.</source>
        <translation>Tidak ada komplain {typed} di meja ini.</translation>
    </message>
    <message>
        <source>You were switched off and cannot act any more. Nothing was changed.</source>
        <translation>Akun Anda sudah dinonaktifkan, jadi tidak bisa dipakai lagi. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>{typed} leads to several complaints: {numbers}. Say which.</source>
        <translation>{typed} cocok dengan beberapa komplain: {numbers}. Sebutkan yang mana.</translation>
    </message>
</context>
<context>
    <name>doing</name>
    <message>
        <source>Complaint {id} is known, but its registration is not here yet.</source>
        <translation>Komplain {id} sudah dikenal, tetapi pendaftarannya belum sampai di sini.</translation>
    </message>
    <message>
        <source>Nobody switches themselves off. Ask another administrator to do it.</source>
        <translation>Tidak bisa menonaktifkan diri sendiri. Mintalah admin lain melakukannya.</translation>
    </message>
    <message>
        <source>Other branches are named at head office.</source>
        <translation>Nama cabang lain diatur di kantor pusat.</translation>
    </message>
    <message>
        <source>People of another branch are added there, or at head office.</source>
        <translation>Orang cabang lain ditambahkan di sana, atau di kantor pusat.</translation>
    </message>
    <message>
        <source>The name is missing. Nobody was added.</source>
        <translation>Namanya belum diisi. Tidak ada yang ditambahkan.</translation>
    </message>
    <message>
        <source>The name of the branch is missing.</source>
        <translation>Nama cabang belum diisi.</translation>
    </message>
    <message>
        <source>The name of the company is missing.</source>
        <translation>Nama perusahaan belum diisi.</translation>
    </message>
    <message>
        <source>Then nobody could add or switch off people any more. Nothing was changed. Give somebody else that role first.</source>
        <translation>Kalau begitu tidak ada lagi yang bisa menambah atau menonaktifkan orang. Tidak ada yang diubah. Beri dulu peran itu kepada orang lain.</translation>
    </message>
    <message>
        <source>There is no such complaint here. Nothing was changed.</source>
        <translation>Tidak ada komplain seperti itu di sini. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>There is nobody like that here. Nothing was changed.</source>
        <translation>Orang itu tidak ada di sini. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>This is the desk&apos;s own card. Choose the card of the other desk.</source>
        <translation>Ini kartu meja ini sendiri. Pilih kartu meja yang lain.</translation>
    </message>
    <message>
        <source>What did they say? Please write it down.</source>
        <translation>Apa kata mereka? Mohon tuliskan.</translation>
    </message>
    <message>
        <source>Whose cases somebody sees is set at head office.</source>
        <translation>Kasus cabang mana yang dilihat seseorang diatur di kantor pusat.</translation>
    </message>
    <message>
        <source>{name} works here already. Nobody was added. Give a second one another name, such as “{name} 2”.</source>
        <translation>{name} sudah bekerja di sini. Tidak ada yang ditambahkan. Beri nama lain untuk yang kedua, misalnya “{name} 2”.</translation>
    </message>
</context>
<context>
    <name>editable</name>
    <message>
        <source>In {file}: {reason} The built-in text is used.</source>
        <translation>Di {file}: {reason} Teks bawaan yang dipakai.</translation>
    </message>
    <message>
        <source>it cannot be opened.</source>
        <translation>berkasnya tidak bisa dibuka.</translation>
    </message>
    <message>
        <source>it cannot be read as text (UTF-8).</source>
        <translation>isinya tidak terbaca sebagai teks (UTF-8).</translation>
    </message>
    <message>
        <source>it holds no keys.</source>
        <translation>tidak ada kunci di dalamnya.</translation>
    </message>
    <message>
        <source>it is not JSON, please look at line {line}.</source>
        <translation>isinya belum berbentuk JSON, silakan periksa baris {line}.</translation>
    </message>
    <message>
        <source>“{key}” is not known.</source>
        <translation>“{key}” tidak dikenal.</translation>
    </message>
    <message>
        <source>“{key}” is not written in the form that the built-in file shows.</source>
        <translation>bentuk “{key}” tidak sama dengan berkas bawaan.</translation>
    </message>
    <message>
        <source>“{key}” uses {blank}, and there is no such blank.</source>
        <translation>“{key}” memakai {blank}, padahal isian itu tidak ada.</translation>
    </message>
</context>
<context>
    <name>entries</name>
    <message>
        <source>Attached</source>
        <translation>Dilampirkan</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontak</translation>
    </message>
    <message>
        <source>Contradiction settled</source>
        <translation>Pertentangan diselesaikan</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Diperbaiki</translation>
    </message>
    <message>
        <source>Customer does not agree</source>
        <translation>Pelanggan tidak setuju</translation>
    </message>
    <message>
        <source>Examined</source>
        <translation>Diperiksa</translation>
    </message>
    <message>
        <source>Hand-over accepted</source>
        <translation>Penyerahan diterima</translation>
    </message>
    <message>
        <source>Hand-over given back</source>
        <translation>Penyerahan dikembalikan</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Diserahkan</translation>
    </message>
    <message>
        <source>Handling began</source>
        <translation>Mulai ditangani</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Dinilai</translation>
    </message>
    <message>
        <source>Judgement confirmed</source>
        <translation>Penilaian disahkan</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Dikaitkan</translation>
    </message>
    <message>
        <source>More time agreed</source>
        <translation>Tambahan waktu disetujui</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Personal data erased</source>
        <translation>Data pribadi dihapus</translation>
    </message>
    <message>
        <source>Promise broken</source>
        <translation>Janji tidak ditepati</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>Janji ditepati</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Dijanjikan</translation>
    </message>
    <message>
        <source>Receipt printed</source>
        <translation>Struk dicetak</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Dibuka kembali</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ditarik</translation>
    </message>
</context>
<context>
    <name>escpos</name>
    <message>
        <source>The cover of the printer “{printer}” is open. Nothing is lost; close it, then try again.</source>
        <translation>Tutup printer “{printer}” terbuka. Tidak ada yang hilang; tutuplah, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The printer “{printer}” broke off in the middle ({reason}). Nothing is lost; look at its cable and its paper, throw the piece away and print again.</source>
        <translation>Printer “{printer}” berhenti di tengah jalan ({reason}). Tidak ada yang hilang; periksa kabel dan kertasnya, buang potongan itu, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>The printer “{printer}” does not answer ({reason}). Nothing is lost; look whether it is switched on and its cable is in, then try again, or choose another printer.</source>
        <translation>Printer “{printer}” tidak menjawab ({reason}). Tidak ada yang hilang; periksa apakah printer menyala dan kabelnya terpasang, lalu coba lagi, atau pilih printer lain.</translation>
    </message>
    <message>
        <source>The printer “{printer}” has no paper. Nothing is lost; put in a new roll, then try again, or choose another printer.</source>
        <translation>Kertas printer “{printer}” habis. Tidak ada yang hilang; pasang rol baru, lalu coba lagi, atau pilih printer lain.</translation>
    </message>
    <message>
        <source>The printer “{printer}” is not ready to print. Nothing is lost; press its feed key, then try again.</source>
        <translation>Printer “{printer}” belum siap mencetak. Tidak ada yang hilang; tekan tombol feed-nya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The printer “{printer}” reports a fault of its own. Nothing is lost; switch it off and on again, then try again, or choose another printer.</source>
        <translation>Printer “{printer}” melaporkan gangguan pada dirinya. Tidak ada yang hilang; matikan dan nyalakan lagi, lalu coba lagi, atau pilih printer lain.</translation>
    </message>
    <message>
        <source>There is no printer at “{printer}”. Nothing is lost; look at its address in Settings, or choose another printer.</source>
        <translation>Tidak ada printer di “{printer}”. Tidak ada yang hilang; periksa alamatnya di Pengaturan, atau pilih printer lain.</translation>
    </message>
    <message>
        <source>This computer does not let you use the printer “{printer}” ({reason}). Nothing is lost; ask whoever looks after the computer, or choose another printer.</source>
        <translation>Komputer ini tidak mengizinkan pemakaian printer “{printer}” ({reason}). Tidak ada yang hilang; tanyakan kepada yang mengurus komputer, atau pilih printer lain.</translation>
    </message>
    <message>
        <source>“{printer}” prints on rolls only. Choose a roll for this kind of paper, or another printer.</source>
        <translation>“{printer}” hanya mencetak di kertas rol. Pilih rol untuk jenis kertas ini, atau printer lain.</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>A fingerprint has six groups of five digits. The card was not accepted. Ask for all six by telephone, and type them.</source>
        <translation>Sidik jari terdiri dari enam kelompok, masing-masing lima angka. Kartunya tidak diterima. Tanyakan keenamnya lewat telepon, lalu ketik.</translation>
    </message>
    <message>
        <source>Entry {seq} of desk {node} does not fit into the chain of entries, so no file was written. Everything is kept at this desk. Run the check of all entries (verify), and show its answer to the person who looks after this computer.</source>
        <translation>Catatan {seq} dari meja komplain {node} tidak cocok dengan rangkaian catatan, jadi file tidak dibuat. Semua data tetap tersimpan di sini. Jalankan pemeriksaan semua catatan (verify), lalu tunjukkan hasilnya kepada orang yang mengurus komputer ini.</translation>
    </message>
    <message>
        <source>Head office&apos;s card is not known at this desk yet, so nothing was written: personal data travel only encrypted, and only head office may open them. Everything is kept for later. Accept head office&apos;s card, or write a file without personal data.</source>
        <translation>Kartu Kantor Pusat belum dikenal di sini, jadi belum ada yang ditulis: data pribadi hanya dikirim dalam bentuk terkunci, dan hanya Kantor Pusat yang boleh membukanya. Semua data disimpan untuk nanti. Terima dulu kartu Kantor Pusat, atau buat file tanpa data pribadi.</translation>
    </message>
    <message>
        <source>No file was written to “{folder}”: {reason}. Everything is kept at this desk. Choose another folder or stick, and write the file again.</source>
        <translation>File tidak bisa dibuat di “{folder}”: {reason}. Semua data tetap tersimpan di sini. Pilih folder atau flashdisk lain, lalu buat lagi filenya.</translation>
    </message>
    <message>
        <source>The card “{file}” could not be read: {reason}. Nothing was changed. Plug the stick in again, or choose the file once more.</source>
        <translation>Kartu “{file}” tidak bisa dibaca: {reason}. Tidak ada yang diubah. Pasang lagi flashdisk-nya, atau pilih file itu sekali lagi.</translation>
    </message>
    <message>
        <source>The card “{file}” was changed after it was made, so it was not accepted. Ask that desk for its card again, in another way.</source>
        <translation>Kartu “{file}” sudah diubah setelah dibuat, jadi tidak diterima. Minta lagi kartunya ke cabang itu, lewat jalan lain.</translation>
    </message>
    <message>
        <source>The card “{file}” was made by a newer version of this program. Nothing was changed. Update the program at this desk, then open the card again.</source>
        <translation>Kartu “{file}” dibuat dengan versi program yang lebih baru. Tidak ada yang diubah. Perbarui program di komputer ini, lalu buka lagi kartunya.</translation>
    </message>
    <message>
        <source>The desk&apos;s keys are in this computer&apos;s key store, which does not answer. The complaints are all here, and nothing was changed. Sign in to the computer as usual, unlock its key store and try again. If it is gone for good, make a backup and restore it: the desk goes on as a new one with new keys. Then give head office its new card.</source>
        <translation>Kunci meja ini ada di tempat penyimpanan kunci komputer ini, yang tidak menjawab. Semua komplain masih ada, dan tidak ada yang diubah. Masuk ke komputer seperti biasa, buka penyimpanan kuncinya, lalu coba lagi. Kalau memang sudah hilang, buat cadangan lalu pulihkan: meja ini berlanjut sebagai meja baru dengan kunci baru. Setelah itu berikan kartu barunya ke kantor pusat.</translation>
    </message>
    <message>
        <source>The desk&apos;s keys could not be kept in “{folder}”: {reason}. No desk was made. Choose another folder, or let this user write there, and set the desk up again.</source>
        <translation>Kunci meja komplain tidak bisa disimpan di “{folder}”: {reason}. Meja komplain belum dibuat. Pilih folder lain, atau beri pengguna ini izin menulis di sana, lalu ulangi penyiapannya.</translation>
    </message>
    <message>
        <source>The desk&apos;s keys in “{folder}” could not be read: {reason}. The complaints are all here. Let this user read the folder. If it is gone, make a backup and restore it: the desk goes on as a new one with new keys.</source>
        <translation>Kunci meja di “{folder}” tidak bisa dibaca: {reason}. Semua komplain masih ada. Izinkan pengguna ini membaca folder itu. Kalau foldernya hilang, buat cadangan lalu pulihkan: meja ini berlanjut sebagai meja baru dengan kunci baru.</translation>
    </message>
    <message>
        <source>The files in “{folder}” are not the keys of a desk, or they are damaged. The complaints are all here. Make a backup and restore it: the desk goes on as a new one with new keys.</source>
        <translation>File di “{folder}” bukan kunci meja komplain, atau isinya rusak. Semua komplain masih ada. Buat cadangan lalu pulihkan: meja ini berlanjut sebagai meja baru dengan kunci baru.</translation>
    </message>
    <message>
        <source>The fingerprint of this card is another one, so the card was not accepted. Compare again by telephone; if it differs again, the file is not from that desk. Ask for the card once more, in another way.</source>
        <translation>Sidik jari kartu ini berbeda, jadi kartunya tidak diterima. Cocokkan sekali lagi lewat telepon; kalau tetap berbeda, file ini bukan dari meja itu. Minta lagi kartunya lewat jalan lain.</translation>
    </message>
    <message>
        <source>The key store of this computer does not have the desk&apos;s keys any more. The complaints are all here, and nothing was changed. Make a backup and restore it: the desk goes on as a new one with new keys. Then give head office its new card.</source>
        <translation>Kunci meja ini sudah tidak ada di tempat penyimpanan kunci komputer ini. Semua komplain masih ada, dan tidak ada yang diubah. Buat cadangan lalu pulihkan: meja ini berlanjut sebagai meja baru dengan kunci baru. Setelah itu berikan kartu barunya ke kantor pusat.</translation>
    </message>
    <message>
        <source>There is too much to send for one file, so nothing was written. Everything is kept at this desk. Read in the other desk&apos;s newest file first, so that less has to be sent.</source>
        <translation>Yang harus dikirim terlalu banyak untuk satu file, jadi belum ada yang ditulis. Semua data tetap tersimpan di sini. Baca dulu file terbaru dari pihak penerima, supaya yang harus dikirim berkurang.</translation>
    </message>
    <message>
        <source>This code is not from a receipt of this program, or it was not read completely. Scan it once more, or type the complaint number.</source>
        <translation>Kode ini bukan dari tanda terima program ini, atau belum terbaca seluruhnya. Pindai sekali lagi, atau ketik nomor komplainnya.</translation>
    </message>
    <message>
        <source>This file was written by a newer version of the program. It is kept and nothing was taken from it. Install the newest version, and read it in again.</source>
        <translation>File ini ditulis oleh versi program yang lebih baru. File disimpan dan belum ada isinya yang dimasukkan. Pasang versi terbaru, lalu baca lagi.</translation>
    </message>
    <message>
        <source>This is not a whole file from a desk: it is damaged, cut off or was changed on its way. Nothing was taken from it. Copy it again from the desk that wrote it.</source>
        <translation>File ini tidak utuh: rusak, terpotong, atau diubah di perjalanan. Tidak ada isinya yang diambil. Salin lagi dari komputer yang membuatnya.</translation>
    </message>
    <message>
        <source>What was written to “{folder}” reads back differently, so the file was taken away again. Everything is kept at this desk. The stick or disk may be failing: use another one, and write the file again.</source>
        <translation>Yang ditulis ke “{folder}” terbaca berbeda, jadi file itu dihapus lagi. Semua data tetap tersimpan di sini. Flashdisk atau disknya mungkin mulai rusak: pakai yang lain, lalu buat lagi filenya.</translation>
    </message>
    <message>
        <source>it is not there or does not answer</source>
        <translation>tidak ditemukan atau tidak merespons</translation>
    </message>
    <message>
        <source>the computer says “{reason}”</source>
        <translation>pesan komputer: “{reason}”</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>disknya penuh</translation>
    </message>
    <message>
        <source>this user may not write or read there</source>
        <translation>pengguna ini tidak punya izin menulis atau membaca di sana</translation>
    </message>
    <message>
        <source>“{file}” is already in “{folder}”; it was left as it is. Everything is kept at this desk. Write a new file.</source>
        <translation>“{file}” sudah ada di “{folder}” dan dibiarkan apa adanya. Semua data tetap tersimpan di sini. Buat file yang baru.</translation>
    </message>
    <message>
        <source>“{file}” is not a desk&apos;s card, or it is damaged. Nothing was changed. Choose the file that ends in .deskcard, or ask that desk for its card again.</source>
        <translation>“{file}” bukan kartu meja komplain, atau isinya rusak. Tidak ada yang diubah. Pilih file yang berakhiran .deskcard, atau minta lagi kartunya ke cabang itu.</translation>
    </message>
    <message>
        <source>“{folder}” is full, so no file was written. Everything is kept at this desk. Make room there or choose another folder or stick, and write the file again.</source>
        <translation>“{folder}” penuh, jadi file tidak dibuat. Semua data tetap tersimpan di sini. Kosongkan sebagian isinya, atau pilih folder atau flashdisk lain, lalu buat lagi filenya.</translation>
    </message>
    <message>
        <source>“{folder}” is not empty. A desk&apos;s keys are never overwritten; nothing was changed. Choose another folder for the new desk.</source>
        <translation>“{folder}” tidak kosong. Kunci meja komplain tidak pernah ditimpa; tidak ada yang diubah. Pilih folder lain untuk meja komplain yang baru.</translation>
    </message>
    <message>
        <source>“{folder}” is not there or stopped answering, so no file was written. Everything is kept at this desk. Plug the stick in again or choose another folder, and write it again.</source>
        <translation>“{folder}” tidak ditemukan atau berhenti merespons, jadi file tidak dibuat. Semua data tetap tersimpan di sini. Pasang lagi flashdisk-nya atau pilih folder lain, lalu buat lagi filenya.</translation>
    </message>
    <message>
        <source>“{folder}” may not be written to, so no file was written. Everything is kept at this desk. Check the stick&apos;s lock, or choose another folder, and write it again.</source>
        <translation>“{folder}” tidak boleh ditulisi, jadi file tidak dibuat. Semua data tetap tersimpan di sini. Periksa pengunci flashdisk-nya, atau pilih folder lain, lalu buat lagi filenya.</translation>
    </message>
    <message>
        <source>“{text}” cannot stand on the desk&apos;s card. Write it on one line with at most 200 characters; a branch code has only digits and capital letters.</source>
        <translation>“{text}” tidak bisa dipakai di kartu meja komplain. Tulis dalam satu baris, paling banyak 200 huruf; kode cabang hanya berisi angka dan huruf besar.</translation>
    </message>
</context>
<context>
    <name>exchange_cards</name>
    <message>
        <source>Accepted: {name}.</source>
        <translation>Diterima: {name}.</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Cards (*.deskcard)</source>
        <translation>Kartu (*.deskcard)</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Meja</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Kantor pusat</translation>
    </message>
    <message>
        <source>Not accepted; nothing was changed. Ask that desk for its card once more, by another way, and compare again.</source>
        <translation>Tidak diterima; tidak ada yang diubah. Minta lagi kartunya lewat jalan lain, lalu cocokkan sekali lagi.</translation>
    </message>
    <message>
        <source>Read in a card</source>
        <translation>Baca kartu</translation>
    </message>
    <message>
        <source>Revoked. New files of that desk are refused; what it wrote so far stays.</source>
        <translation>Dicabut. File baru dari meja itu ditolak; yang sudah ditulisnya tetap ada.</translation>
    </message>
    <message>
        <source>Save this desk&apos;s card</source>
        <translation>Simpan kartu meja ini</translation>
    </message>
    <message>
        <source>The card of {name} is to count no more: new files of that desk will be refused. This cannot be taken back; the desk would need a new card. What it wrote stays.</source>
        <translation>Kartu {name} tidak akan berlaku lagi: file baru dari meja itu ditolak. Ini tidak bisa dibatalkan; meja itu perlu kartu baru. Yang sudah ditulisnya tetap ada.</translation>
    </message>
    <message>
        <source>This card names {name}, branch {branch}, {company}. Call them and let them read their fingerprint aloud. It must be this one:</source>
        <translation>Kartu ini atas nama {name}, cabang {branch}, {company}. Telepon mereka dan minta sidik jarinya dibacakan. Harus sama dengan ini:</translation>
    </message>
    <message>
        <source>Written: {file}. Give it to the other desk.</source>
        <translation>Ditulis: {file}. Berikan ke meja yang lain.</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>berlaku</translation>
    </message>
    <message>
        <source>no other desk</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>replaced by another</source>
        <translation>digantikan</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>dicabut</translation>
    </message>
</context>
<context>
    <name>exchange_incoming</name>
    <message>
        <source>Came</source>
        <translation>Datang</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Files of desks (*.desk)</source>
        <translation>File meja komplain (*.desk)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Read in files of other desks</source>
        <translation>Baca file dari meja lain</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Hasil</translation>
    </message>
</context>
<context>
    <name>exchange_office</name>
    <message>
        <source>Alike</source>
        <translation>Kesamaan</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Contrad&amp;ictions</source>
        <translation>Per&amp;tentangan</translation>
    </message>
    <message>
        <source>Contrad&amp;ictions ({n})</source>
        <translation>Per&amp;tentangan ({n})</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>D&amp;oubles</source>
        <translation>&amp;Ganda</translation>
    </message>
    <message>
        <source>D&amp;oubles ({n})</source>
        <translation>&amp;Ganda ({n})</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>File terakhir</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Kurang</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Lebih baru</translation>
    </message>
    <message>
        <source>No branch&apos;s card is known here yet.</source>
        <translation>Belum ada kartu cabang yang dikenal di sini.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Lebih lama</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>These two are related</source>
        <translation>Keduanya berkaitan</translation>
    </message>
    <message>
        <source>These two are the same matter</source>
        <translation>Keduanya masalah yang sama</translation>
    </message>
    <message>
        <source>These two have nothing to do with each other</source>
        <translation>Keduanya tidak ada hubungannya</translation>
    </message>
    <message>
        <source>They have</source>
        <translation>Sudah diterima</translation>
    </message>
    <message>
        <source>What came from {n} branch is all taken in.</source>
        <translation>Semua yang datang dari {n} cabang sudah diambil.</translation>
    </message>
    <message>
        <source>What came from {n} branches is all taken in.</source>
        <translation>Semua yang datang dari {n} cabang sudah diambil.</translation>
    </message>
    <message>
        <source>What contradicts itself</source>
        <translation>Yang bertentangan</translation>
    </message>
    <message>
        <source>Write files for all branches</source>
        <translation>Tulis file untuk semua cabang</translation>
    </message>
    <message>
        <source>Write the file for this branch</source>
        <translation>Tulis file untuk cabang ini</translation>
    </message>
    <message>
        <source>no file written yet</source>
        <translation>belum ada file untuknya</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>not yet: file of {when}</source>
        <translation>belum: file {when}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>nothing since {when}</source>
        <translation>tidak ada kabar sejak {when}</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>digantikan</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>dicabut</translation>
    </message>
    <message>
        <source>same nota and sale</source>
        <translation>nota dan penjualan sama</translation>
    </message>
    <message>
        <source>same phone and product</source>
        <translation>telepon dan barang sama</translation>
    </message>
    <message>
        <source>the first file</source>
        <translation>file pertama</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>dipercaya</translation>
    </message>
    <message>
        <source>up to {when}</source>
        <translation>sampai {when}</translation>
    </message>
    <message>
        <source>written {made}, came {came}</source>
        <translation>ditulis {made}, datang {came}</translation>
    </message>
    <message>
        <source>{files}: {n} entries before</source>
        <translation>{files}: {n} catatan sebelumnya</translation>
    </message>
    <message>
        <source>{newer} and {older} are related.</source>
        <translation>{newer} dan {older} berkaitan.</translation>
    </message>
    <message>
        <source>{newer} and {older} are the same matter.</source>
        <translation>{newer} dan {older} masalah yang sama.</translation>
    </message>
    <message>
        <source>{newer} and {older} have nothing to do with each other.</source>
        <translation>{newer} dan {older} tidak ada hubungannya.</translation>
    </message>
    <message>
        <source>{number}, {day}</source>
        <translation>{number}, {day}</translation>
    </message>
    <message>
        <source>{n} branch has sent nothing for more than {days} days.</source>
        <translation>{n} cabang tidak mengirim apa pun lebih dari {days} hari.</translation>
    </message>
    <message>
        <source>{n} branches have sent nothing for more than {days} days.</source>
        <translation>{n} cabang tidak mengirim apa pun lebih dari {days} hari.</translation>
    </message>
    <message>
        <source>{n} complaint contradicts itself: please decide.</source>
        <translation>{n} komplain bertentangan: mohon diputuskan.</translation>
    </message>
    <message>
        <source>{n} complaints contradict themselves: please decide.</source>
        <translation>{n} komplain bertentangan: mohon diputuskan.</translation>
    </message>
    <message>
        <source>{n} file kept apart</source>
        <translation>{n} file disisihkan</translation>
    </message>
    <message>
        <source>{n} file waits</source>
        <translation>{n} file menunggu</translation>
    </message>
    <message>
        <source>{n} file waits for one that comes before it.</source>
        <translation>{n} file menunggu file sebelumnya.</translation>
    </message>
    <message>
        <source>{n} files kept apart</source>
        <translation>{n} file disisihkan</translation>
    </message>
    <message>
        <source>{n} files wait</source>
        <translation>{n} file menunggu</translation>
    </message>
    <message>
        <source>{n} files wait for one that comes before them.</source>
        <translation>{n} file menunggu file sebelumnya.</translation>
    </message>
</context>
<context>
    <name>exchange_place</name>
    <message>
        <source>All complaints stay at this desk.</source>
        <translation>Semua komplain tetap di meja ini.</translation>
    </message>
    <message>
        <source>Cancelled. No file was written; nothing is lost.</source>
        <translation>Dibatalkan. Tidak ada berkas yang ditulis; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Cancelled: {n} files were written before, the others were not.</source>
        <translation>Dibatalkan: {n} file sudah ditulis sebelumnya, yang lain belum.</translation>
    </message>
    <message>
        <source>Cards of desks</source>
        <translation>Kartu meja komplain</translation>
    </message>
    <message>
        <source>Confirmed by head office: everything up to {when}.</source>
        <translation>Dikonfirmasi kantor pusat: semua sampai {when}.</translation>
    </message>
    <message>
        <source>Confirmed by head office: nothing yet. It confirms with each file that it sends back.</source>
        <translation>Dikonfirmasi kantor pusat: belum ada. Konfirmasi datang bersama setiap file yang dikirimnya kembali.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Everything about complaints is in a file. Smaller news (people, receipts, settings) goes with the next one.</source>
        <translation>Semua tentang komplain sudah ada di file. Kabar kecil (orang, bukti terima, pengaturan) ikut file berikutnya.</translation>
    </message>
    <message>
        <source>Everything is in a file for head office.</source>
        <translation>Semua sudah ada di file untuk kantor pusat.</translation>
    </message>
    <message>
        <source>Files in {folder} are taken in by themselves.</source>
        <translation>File di {folder} diambil dengan sendirinya.</translation>
    </message>
    <message>
        <source>Folder for the file</source>
        <translation>Folder untuk berkas</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Untuk</translation>
    </message>
    <message>
        <source>For {name}, {company}: encrypted, so that only they can read it.</source>
        <translation>Untuk {name}, {company}: dienkripsi, sehingga hanya mereka yang bisa membacanya.</translation>
    </message>
    <message>
        <source>Head office has everything.</source>
        <translation>Kantor pusat sudah menerima semuanya.</translation>
    </message>
    <message>
        <source>Head office has not confirmed {n} complaint for {span}. Please write a file today, bring or send it there, and ask for the file that comes back. Nothing is lost.</source>
        <translation>Kantor pusat belum mengonfirmasi {n} komplain selama {span}. Mohon tulis file hari ini, antar atau kirim ke sana, dan minta file balasannya. Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Head office has not confirmed {n} complaints for {span}. Please write a file today, bring or send it there, and ask for the file that comes back. Nothing is lost.</source>
        <translation>Kantor pusat belum mengonfirmasi {n} komplain selama {span}. Mohon tulis file hari ini, antar atau kirim ke sana, dan minta file balasannya. Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Head office&apos;s card is not known here yet. Everything is kept until it is: read in the card that head office gave you, or write a file without personal data.</source>
        <translation>Kartu kantor pusat belum dikenal di sini. Semua tetap disimpan sampai kartunya ada: baca kartu yang diberikan kantor pusat, atau tulis berkas tanpa data pribadi.</translation>
    </message>
    <message>
        <source>How files go and come</source>
        <translation>Cara file keluar dan masuk</translation>
    </message>
    <message>
        <source>In no file yet: {n} complaint, since {when}.</source>
        <translation>Belum ada di file: {n} komplain, sejak {when}.</translation>
    </message>
    <message>
        <source>In no file yet: {n} complaints, since {when}.</source>
        <translation>Belum ada di file: {n} komplain, sejak {when}.</translation>
    </message>
    <message>
        <source>No complaint waits for head office.</source>
        <translation>Tidak ada komplain yang menunggu untuk kantor pusat.</translation>
    </message>
    <message>
        <source>Read in files of other desks</source>
        <translation>Baca file dari meja lain</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Membaca…</translation>
    </message>
    <message>
        <source>The folder {folder} is not there. Nothing was written; everything is kept at this desk. Plug in the stick, or choose another folder.</source>
        <translation>Folder {folder} tidak ada. Tidak ada yang ditulis; semua tersimpan di meja ini. Pasang flashdisknya, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>The stick of this folder is not plugged in. Plug it in, or choose another folder.</source>
        <translation>Flashdisk untuk folder ini tidak terpasang. Pasang, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>The stick “{name}” is plugged in: choose it to write there.</source>
        <translation>Flashdisk “{name}” terpasang: pilih untuk menulis ke sana.</translation>
    </message>
    <message>
        <source>USB stick…</source>
        <translation>Flashdisk…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Write the file for head office</source>
        <translation>Tulis berkas untuk kantor pusat</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Menulis…</translation>
    </message>
    <message>
        <source>Written, not yet confirmed: {n} complaint, in the file of {when}.</source>
        <translation>Sudah ditulis, belum dikonfirmasi: {n} komplain, di file {when}.</translation>
    </message>
    <message>
        <source>Written, not yet confirmed: {n} complaints, the first in the file of {when}.</source>
        <translation>Sudah ditulis, belum dikonfirmasi: {n} komplain, yang pertama di file {when}.</translation>
    </message>
    <message>
        <source>Written, read back and verified: {file}</source>
        <translation>Ditulis, dibaca ulang, dan diperiksa: {file}</translation>
    </message>
    <message>
        <source>Written, read back and verified: {n} files in {folder}</source>
        <translation>Ditulis, dibaca ulang, dan dicocokkan: {n} file di {folder}</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>lengkap</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>siapa saja</translation>
    </message>
    <message>
        <source>without personal data</source>
        <translation>tanpa data pribadi</translation>
    </message>
    <message>
        <source>{done} of {total} files were written. {why}</source>
        <translation>{done} dari {total} file sudah ditulis. {why}</translation>
    </message>
    <message>
        <source>{n} complaint is not yet at head office, since {when}.</source>
        <translation>{n} komplain belum sampai di kantor pusat, sejak {when}.</translation>
    </message>
    <message>
        <source>{n} complaint is on its way to head office, since {when}.</source>
        <translation>{n} komplain dalam perjalanan ke kantor pusat, sejak {when}.</translation>
    </message>
    <message>
        <source>{n} complaints are not yet at head office, since {when}.</source>
        <translation>{n} komplain belum sampai di kantor pusat, sejak {when}.</translation>
    </message>
    <message>
        <source>{n} complaints are on their way to head office, since {when}.</source>
        <translation>{n} komplain dalam perjalanan ke kantor pusat, sejak {when}.</translation>
    </message>
    <message>
        <source>{written}. The workbook beside it was cancelled and is not there.</source>
        <translation>{written}. Buku kerja di sebelahnya dibatalkan dan tidak ada.</translation>
    </message>
</context>
<context>
    <name>exchange_settings</name>
    <message>
        <source> days</source>
        <translation> hari</translation>
    </message>
    <message>
        <source>Files are written into this folder: choose another one to be watched.</source>
        <translation>Folder ini tempat file ditulis: pilih folder lain untuk dipantau.</translation>
    </message>
    <message>
        <source>Folder in which files of other desks appear</source>
        <translation>Folder tempat file meja lain muncul</translation>
    </message>
    <message>
        <source>no folder chosen</source>
        <translation>belum ada folder</translation>
    </message>
</context>
<context>
    <name>exchange_words</name>
    <message>
        <source>Already known</source>
        <translation>Sudah dikenal</translation>
    </message>
    <message>
        <source>Everything in it was here before.</source>
        <translation>Semua isinya sudah ada di sini.</translation>
    </message>
    <message>
        <source>It was not read, and is where it was. Read it in whenever you like: nothing is lost.</source>
        <translation>Belum dibaca, dan masih di tempatnya. Baca kapan saja: tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>It was written by a newer version of this program. It is kept, and taken in after the update.</source>
        <translation>Ditulis dengan versi program yang lebih baru. File disimpan, dan diambil setelah pembaruan.</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>Disisihkan</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Belum dibaca</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Stopped: {read}. What was taken in stays; nothing is lost.</source>
        <translation>Dihentikan: {read}. Yang sudah diambil tetap ada; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Diambil</translation>
    </message>
    <message>
        <source>Taken in: {applied} new entries, {known} known already.</source>
        <translation>Diambil: {applied} catatan baru, {known} sudah dikenal.</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak dikenal</translation>
    </message>
    <message>
        <source>{applied} new, {known} known</source>
        <translation>{applied} baru, {known} dikenal</translation>
    </message>
    <message>
        <source>{n} entries before it have not come yet. It is kept and waits. Ask for the file before it, or for a new one.</source>
        <translation>{n} catatan sebelumnya belum datang. File disimpan dan menunggu. Minta file sebelumnya, atau file yang baru.</translation>
    </message>
    <message>
        <source>{n} file was read</source>
        <translation>{n} file dibaca</translation>
    </message>
    <message>
        <source>{n} files were read</source>
        <translation>{n} file dibaca</translation>
    </message>
    <message>
        <source>{read}, and everything in them is here.</source>
        <translation>{read}, dan semua isinya sudah di sini.</translation>
    </message>
    <message>
        <source>{read}: {bad} refused, {waiting} wait. Each says why.</source>
        <translation>{read}: {bad} ditolak, {waiting} menunggu. Alasannya tertulis di masing-masing.</translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message>
        <source>No desk {node} is known here. Accept its card first.</source>
        <translation>Meja {node} tidak dikenal di sini. Terima kartunya dulu.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({reason}). Nothing was written; everything is kept at this desk. Choose another folder.</source>
        <translation>Folder {folder} tidak bisa dibuat ({reason}). Tidak ada yang ditulis; semua tetap disimpan di meja ini. Pilih folder lain.</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>Accessories</source>
        <translation>Kelengkapan</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Bought at branch</source>
        <translation>Dibeli di cabang</translation>
    </message>
    <message>
        <source>Bought on</source>
        <translation>Dibeli tanggal</translation>
    </message>
    <message>
        <source>Cause factor</source>
        <translation>Faktor penyebab</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Saluran</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Kondisi</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Harapan</translation>
    </message>
    <message>
        <source>Matter of safety</source>
        <translation>Menyangkut keselamatan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Nomor seri</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Yang kami tangkap</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Apa yang terjadi</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>kosong</translation>
    </message>
</context>
<context>
    <name>feedback</name>
    <message>
        <source>Thank you for the praise: it is kept.</source>
        <translation>Terima kasih atas pujiannya: sudah disimpan.</translation>
    </message>
    <message>
        <source>Thank you for the question: it is kept.</source>
        <translation>Terima kasih atas pertanyaannya: sudah disimpan.</translation>
    </message>
    <message>
        <source>Thank you for the suggestion: it is kept.</source>
        <translation>Terima kasih atas sarannya: sudah disimpan.</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>There is no file {name}. Nothing was attached.</source>
        <translation>Tidak ada berkas {name}. Tidak ada yang dilampirkan.</translation>
    </message>
    <message>
        <source>{name} is larger than 25 MB. Attach a smaller photo.</source>
        <translation>{name} lebih besar dari 25 MB. Lampirkan foto yang lebih kecil.</translation>
    </message>
</context>
<context>
    <name>first_run</name>
    <message>
        <source>Complaint Desk</source>
        <translation>Meja Komplain</translation>
    </message>
</context>
<context>
    <name>guidance</name>
    <message>
        <source>Four steps. One good sentence for each is enough.</source>
        <translation>Empat langkah. Satu kalimat yang baik untuk masing-masing sudah cukup.</translation>
    </message>
    <message>
        <source>Four ways of serving. Choose what suits this talk.</source>
        <translation>Empat cara melayani. Pilih yang cocok untuk percakapan ini.</translation>
    </message>
    <message>
        <source>Two heads are surer than one.</source>
        <translation>Dua kepala lebih yakin daripada satu.</translation>
    </message>
    <message>
        <source>When a customer is abusive: you are not alone in this.</source>
        <translation>Jika pelanggan bersikap kasar: Anda tidak sendirian.</translation>
    </message>
    <message>
        <source>When something went wrong, in this order.</source>
        <translation>Jika ada yang tidak beres, lakukan menurut urutan ini.</translation>
    </message>
    <message>
        <source>“{sentence}”</source>
        <translation>“{sentence}”</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>A complaint: type phone or name, the nota, what happened, then Ctrl+Enter. Everything is kept as you type. All keys:</source>
        <translation>Komplain: ketik telepon atau nama, nota, apa yang terjadi, lalu Ctrl+Enter. Semua tersimpan selagi Anda mengetik. Semua tombol:</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Tombol dan bantuan</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>“{file}” would lie among the desk&apos;s own data. Nothing was written. Choose another folder.</source>
        <translation>“{file}” akan berada di antara data meja komplain sendiri. Tidak ada yang ditulis. Pilih folder lain.</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>A file before this one has not come yet: {n} entries of the desk {node} are missing. It is kept and waits. Ask for the file before it, or for a new one.</source>
        <translation>File sebelum ini belum datang: {n} catatan dari meja {node} masih kurang. File ini disimpan dan menunggu. Mintalah file sebelumnya, atau file yang baru.</translation>
    </message>
    <message>
        <source>Already known: all {known} entries were here before.</source>
        <translation>Sudah ada: semua {known} catatan sudah masuk sebelumnya.</translation>
    </message>
    <message>
        <source>Taken in: {applied} new entries, {known} known already.</source>
        <translation>Masuk: {applied} catatan baru, {known} sudah ada.</translation>
    </message>
    <message>
        <source>Taken in: {applied} new entries, {known} known already. {doubtful} of them say that they were written in the future: that desk&apos;s clock is wrong.</source>
        <translation>Masuk: {applied} catatan baru, {known} sudah ada. {doubtful} di antaranya bertanggal di masa depan: jam komputer di sana salah.</translation>
    </message>
    <message>
        <source>The card of {name} ({node}) was revoked, so its files are not taken any more. Nothing was taken in. Ask at that branch which desk goes on.</source>
        <translation>Kartu {name} ({node}) sudah dicabut, jadi filenya tidak diterima lagi. Tidak ada yang dimasukkan. Tanyakan ke cabang itu meja mana yang meneruskan.</translation>
    </message>
    <message>
        <source>The desk {node} (“{name}”) is not known here. Nothing was taken in. Accept its card after comparing the fingerprint by telephone, and read the file in again.</source>
        <translation>Meja {node} (“{name}”) belum dikenal di sini. Tidak ada yang dimasukkan. Terima dulu kartunya setelah mencocokkan sidik jari lewat telepon, lalu baca filenya lagi.</translation>
    </message>
    <message>
        <source>This file is for another desk ({node}). Nothing was taken in. Take it there.</source>
        <translation>File ini untuk meja lain ({node}). Tidak ada yang dimasukkan. Bawalah ke sana.</translation>
    </message>
    <message>
        <source>This file of {name} brings entries of another branch&apos;s desk ({node}), which only head office may send. Nothing was taken in. Ask there what happened.</source>
        <translation>Berkas dari {name} ini membawa catatan meja cabang lain ({node}), yang hanya boleh dikirim kantor pusat. Tidak ada yang diambil. Tanyakan ke sana apa yang terjadi.</translation>
    </message>
    <message>
        <source>This file of {name} changes people or facts of another branch, which only head office may do. Nothing was taken in. Ask there what happened.</source>
        <translation>Berkas dari {name} ini mengubah orang atau data cabang lain, padahal hanya kantor pusat yang boleh. Tidak ada yang diambil. Tanyakan ke sana apa yang terjadi.</translation>
    </message>
    <message>
        <source>“{name}” could not be copied in: {reason}. Nothing was taken in, and the file is where it was. Try again, or copy it to this computer first.</source>
        <translation>“{name}” tidak bisa disalin: {reason}. Tidak ada yang dimasukkan, dan filenya tetap di tempatnya. Coba lagi, atau salin dulu ke komputer ini.</translation>
    </message>
    <message>
        <source>“{name}” is larger than any desk writes. Nothing was taken in.</source>
        <translation>“{name}” lebih besar daripada yang ditulis meja mana pun. Tidak ada yang dimasukkan.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Nothing was taken in.</source>
        <translation>“{name}” bukan file. Tidak ada yang dimasukkan.</translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>This text has {n} characters; {most} fit. What was typed is kept: please shorten it.</source>
        <translation>Teks ini {n} karakter; muatnya {most}. Yang diketik tetap disimpan: mohon dipersingkat.</translation>
    </message>
    <message>
        <source>This version takes in complaints only; suggestions, questions and praise come with a later one. Nothing was saved.</source>
        <translation>Versi ini hanya menerima komplain; saran, pertanyaan, dan pujian menyusul di versi berikutnya. Tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>What happened? Please write it in the customer&apos;s words.</source>
        <translation>Apa yang terjadi? Mohon tulis dengan kata-kata pelanggan.</translation>
    </message>
    <message>
        <source>Who is complaining? Please write the customer&apos;s name.</source>
        <translation>Siapa yang komplain? Mohon tulis nama pelanggan.</translation>
    </message>
    <message>
        <source>“{name}” holds something else than expected.</source>
        <translation>Isi “{name}” tidak sesuai.</translation>
    </message>
    <message>
        <source>“{name}” is not a field of a complaint.</source>
        <translation>“{name}” bukan isian komplain.</translation>
    </message>
    <message>
        <source>“{typed}” is not a date. Write it like 2026-06-18.</source>
        <translation>“{typed}” bukan tanggal. Tulis seperti 2026-06-18.</translation>
    </message>
</context>
<context>
    <name>journal</name>
    <message>
        <source>A desk on a database server needs the library psycopg, which is not installed here. Nothing was changed. Install it with “pip install complaint-desk[server]”, then try again.</source>
        <translation>Data di server basis data memerlukan pustaka psycopg, dan pustaka itu belum terpasang di sini. Tidak ada yang diubah. Pasang dengan “pip install complaint-desk[server]”, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Another program is busy with the data in {folder}. Nothing was saved just now; what you typed is kept. Wait a moment and try again.</source>
        <translation>Program lain sedang memakai data di {folder}. Baru saja tidak ada yang disimpan; yang Anda ketik tetap ada. Tunggu sebentar lalu coba lagi.</translation>
    </message>
    <message>
        <source>SQLite {found} on this computer can damage data; {wanted} or newer is needed. Nothing was opened. Install the package “pysqlite3” and start again.</source>
        <translation>SQLite {found} di komputer ini bisa merusak data; perlu {wanted} atau lebih baru. Tidak ada yang dibuka. Pasang paket “pysqlite3” lalu mulai lagi.</translation>
    </message>
    <message>
        <source>That is not the address of a database. Write it like postgresql://user@server:5432/name. Nothing was changed.</source>
        <translation>Itu bukan alamat basis data. Tulis seperti postgresql://user@server:5432/nama. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The backup in {folder} did not come out whole and was removed. The desk itself is untouched. Try another folder or stick.</source>
        <translation>Cadangan di {folder} tidak utuh dan sudah dihapus. Meja komplain tidak terganggu. Coba folder atau flashdisk lain.</translation>
    </message>
    <message>
        <source>The backup {file} is damaged. Nothing was changed.</source>
        <translation>Cadangan {file} rusak. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The connection to the database {folder} was cut just as it was saving. It may have been saved or not; what you typed is kept. Look whether it stands there before you save again.</source>
        <translation>Sambungan ke basis data {folder} terputus tepat saat menyimpan. Mungkin sudah tersimpan, mungkin belum; yang Anda ketik tetap ada. Lihat dulu apakah sudah tercatat sebelum menyimpan lagi.</translation>
    </message>
    <message>
        <source>The connection to the database {folder} was cut. Nothing was saved just now; what was saved before is safe, and what you typed is kept. Try again: the desk connects anew by itself.</source>
        <translation>Sambungan ke basis data {folder} terputus. Baru saja tidak ada yang disimpan; yang sudah disimpan aman, dan yang Anda ketik tetap ada. Coba lagi: meja ini menyambung kembali sendiri.</translation>
    </message>
    <message>
        <source>The data in {folder} are damaged. Nothing was changed. Restore the last backup from the folder “backups”, and keep the damaged folder for the technician.</source>
        <translation>Data di {folder} rusak. Tidak ada yang diubah. Pulihkan cadangan terakhir dari folder “backups”, dan simpan folder yang rusak untuk teknisi.</translation>
    </message>
    <message>
        <source>The data in {folder} cannot be opened. Nothing was changed. Check that the folder is there and that you may write to it.</source>
        <translation>Data di {folder} tidak bisa dibuka. Tidak ada yang diubah. Pastikan foldernya ada dan Anda boleh menulis di situ.</translation>
    </message>
    <message>
        <source>The data in {folder} were written by a newer version of this program. Nothing was changed. Install the newest version and open them again.</source>
        <translation>Data di {folder} ditulis oleh versi program yang lebih baru. Tidak ada yang diubah. Pasang versi terbaru lalu buka lagi.</translation>
    </message>
    <message>
        <source>The database server takes no more connections ({folder}). Nothing was saved just now; what you typed is kept. Wait a moment and try again, or tell the technician.</source>
        <translation>Server basis data tidak menerima sambungan lagi ({folder}). Baru saja tidak ada yang disimpan; yang Anda ketik tetap ada. Tunggu sebentar lalu coba lagi, atau beri tahu teknisi.</translation>
    </message>
    <message>
        <source>The database server {server} cannot be reached. Nothing was saved just now; what was saved before is safe on the server, and what you typed is kept. Check the network and whether the server is running, and try again.</source>
        <translation>Server basis data {server} tidak bisa dihubungi. Baru saja tidak ada yang disimpan; yang sudah disimpan aman di server, dan yang Anda ketik tetap ada. Periksa jaringan dan apakah server menyala, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The database server {server} did not accept the password of {user}. Nothing was changed. Ask the technician for the right one; it stands in a password file (PGPASSFILE), or in the address at setup.</source>
        <translation>Server basis data {server} tidak menerima kata sandi {user}. Tidak ada yang diubah. Tanyakan kata sandi yang benar kepada teknisi; letaknya di berkas kata sandi (PGPASSFILE), atau di alamat saat penyiapan.</translation>
    </message>
    <message>
        <source>The database server {server} does not know the database {name} or the user {user}. Nothing was changed. Make them there, or correct the address.</source>
        <translation>Server basis data {server} tidak mengenal basis data {name} atau pengguna {user}. Tidak ada yang diubah. Buat dulu di sana, atau perbaiki alamatnya.</translation>
    </message>
    <message>
        <source>The database server {server} lets nobody in from this computer. Nothing was changed. Ask the technician to allow it in pg_hba.conf.</source>
        <translation>Server basis data {server} tidak mengizinkan masuk dari komputer ini. Tidak ada yang diubah. Minta teknisi mengizinkannya di pg_hba.conf.</translation>
    </message>
    <message>
        <source>The database {folder} can only be read at the moment. Nothing was saved just now; what you typed is kept. Tell the technician.</source>
        <translation>Basis data {folder} saat ini hanya bisa dibaca. Baru saja tidak ada yang disimpan; yang Anda ketik tetap ada. Beri tahu teknisi.</translation>
    </message>
    <message>
        <source>The database {folder} cannot hold every letter. Nothing was set up. Make one with ENCODING &apos;UTF8&apos; and choose that.</source>
        <translation>Basis data {folder} tidak bisa menyimpan semua huruf. Tidak ada yang disiapkan. Buat satu dengan ENCODING &apos;UTF8&apos; dan pilih itu.</translation>
    </message>
    <message>
        <source>The database {folder} did not do as asked ({reason}). Nothing was saved just now; what you typed is kept. Try again, and tell the technician if it stays so.</source>
        <translation>Basis data {folder} tidak melakukan yang diminta ({reason}). Baru saja tidak ada yang disimpan; yang Anda ketik tetap ada. Coba lagi, dan beri tahu teknisi bila tetap begitu.</translation>
    </message>
    <message>
        <source>The disk did not do as asked ({reason}). Nothing was saved just now; what you typed is kept. Check the disk of {folder} and try again.</source>
        <translation>Disk tidak menurut ({reason}). Belum ada yang tersimpan; yang Anda ketik tetap ada. Periksa disk {folder} lalu coba lagi.</translation>
    </message>
    <message>
        <source>The disk is full: {folder}. Nothing was saved just now; what was saved before is safe, and what you typed is kept in the form. Free some space and save again.</source>
        <translation>Disk penuh: {folder}. Belum ada yang tersimpan; yang tersimpan sebelumnya aman, dan yang Anda ketik tetap ada di formulir. Kosongkan sedikit ruang lalu simpan lagi.</translation>
    </message>
    <message>
        <source>The disk of the database server is full ({folder}). Nothing was saved just now; what was saved before is safe, and what you typed is kept. Tell the technician.</source>
        <translation>Disk server basis data penuh ({folder}). Baru saja tidak ada yang disimpan; yang sudah disimpan aman, dan yang Anda ketik tetap ada. Beri tahu teknisi.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to. Nothing was saved just now; what you typed is kept in the form. Ask for the right to write there, then save again.</source>
        <translation>Folder {folder} tidak bisa ditulisi. Belum ada yang tersimpan; yang Anda ketik tetap ada di formulir. Mintalah izin menulis di situ, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read or written ({reason}). Nothing was changed. Check the disk and the right to write there.</source>
        <translation>Pengaturan di {file} tidak bisa dibaca atau ditulis ({reason}). Tidak ada yang diubah. Periksa disk dan izin menulis di sana.</translation>
    </message>
    <message>
        <source>There are data in the database {folder} already. They were not touched. Choose an empty database.</source>
        <translation>Sudah ada data di basis data {folder}. Data itu tidak disentuh. Pilih basis data yang kosong.</translation>
    </message>
    <message>
        <source>There is a character in the text that cannot be kept. Remove it.</source>
        <translation>Ada karakter dalam teks yang tidak bisa disimpan. Hapus karakter itu.</translation>
    </message>
    <message>
        <source>There is no backup at {file}. Nothing was changed.</source>
        <translation>Tidak ada cadangan di {file}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>There is no complaint desk in {folder}. Nothing was changed. Set one up there first, or choose another folder.</source>
        <translation>Tidak ada meja komplain di {folder}. Tidak ada yang diubah. Siapkan dulu di situ, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>You may not write to the database {folder}. Nothing was saved. Ask the technician for the right to make tables there, and try again.</source>
        <translation>Anda tidak punya izin menulis ke basis data {folder}. Tidak ada yang disimpan. Minta teknisi memberi izin membuat tabel di sana, lalu coba lagi.</translation>
    </message>
    <message>
        <source>{folder} holds something that is not a complaint desk. Nothing was changed. Choose another folder, or restore a backup.</source>
        <translation>Isi {folder} bukan meja komplain. Tidak ada yang diubah. Pilih folder lain, atau pulihkan cadangan.</translation>
    </message>
    <message>
        <source>{folder} is on a network share, where a database can be damaged. Nothing was written. Choose a folder on this computer.</source>
        <translation>{folder} ada di folder jaringan, tempat data bisa rusak. Tidak ada yang ditulis. Pilih folder di komputer ini.</translation>
    </message>
</context>
<context>
    <name>later</name>
    <message>
        <source>Here you will find every customer with all their complaints, put doubles together, and erase somebody who asks for it. This place comes with a later version; until then, the search on top finds customers by name and phone.</source>
        <translation>Di sini nanti setiap pelanggan dengan semua komplainnya, penggabungan data ganda, dan penghapusan bagi yang meminta. Tempat ini menyusul di versi berikutnya; sementara itu, pencarian di atas menemukan pelanggan lewat nama dan telepon.</translation>
    </message>
    <message>
        <source>Here you will see what the complaints teach: how many per hundred sales, whether the 24 hours hold, which causes return. This place comes with a later version; everything that is registered now will be counted then.</source>
        <translation>Di sini nanti terlihat pelajaran dari komplain: berapa per seratus nota, apakah 24 jam ditepati, penyebab mana yang berulang. Tempat ini menyusul di versi berikutnya; semua yang didaftarkan sekarang akan ikut dihitung.</translation>
    </message>
</context>
<context>
    <name>leaflet</name>
    <message>
        <source>How to reach us</source>
        <translation>Cara menghubungi kami</translation>
    </message>
    <message>
        <source>Please bring</source>
        <translation>Mohon dibawa</translation>
    </message>
    <message>
        <source>What we promise</source>
        <translation>Janji kami</translation>
    </message>
    <message>
        <source>Where else you may turn</source>
        <translation>Ke mana lagi Anda dapat mengadu</translation>
    </message>
    <message>
        <source>Your details</source>
        <translation>Data Anda</translation>
    </message>
</context>
<context>
    <name>letter</name>
    <message>
        <source>About: {subject}</source>
        <translation>Perihal: {subject}</translation>
    </message>
    <message>
        <source>Complaint number</source>
        <translation>Nomor komplain</translation>
    </message>
    <message>
        <source>Please give the complaint number when you contact us.</source>
        <translation>Mohon sebutkan nomor komplain ini bila menghubungi kami.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kepada</translation>
    </message>
    <message>
        <source>Where else you may turn</source>
        <translation>Tempat mengadu lainnya</translation>
    </message>
    <message>
        <source>Yours sincerely,</source>
        <translation>Hormat kami,</translation>
    </message>
</context>
<context>
    <name>letters</name>
    <message>
        <source>How is it now?</source>
        <translation>Bagaimana kabarnya sekarang?</translation>
    </message>
    <message>
        <source>Our apology</source>
        <translation>Permohonan maaf</translation>
    </message>
    <message>
        <source>Our decision, with reasons</source>
        <translation>Keputusan kami beserta alasannya</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Terima kasih</translation>
    </message>
    <message>
        <source>We ask you for more time</source>
        <translation>Permohonan tambahan waktu</translation>
    </message>
    <message>
        <source>We have received your complaint</source>
        <translation>Komplain Anda sudah kami terima</translation>
    </message>
    <message>
        <source>Your complaint is solved</source>
        <translation>Komplain Anda sudah selesai</translation>
    </message>
    <message>
        <source>{subject} – complaint {number}</source>
        <translation>{subject} – komplain {number}</translation>
    </message>
    <message>
        <source>{subject} – complaint {number}, {product}</source>
        <translation>{subject} – komplain {number}, {product}</translation>
    </message>
</context>
<context>
    <name>logo</name>
    <message>
        <source>This file cannot be the logo. It takes a PNG or JPEG picture of 32 to 8,000 dots in width and height and at most 10 MB. The papers stay as they are; choose another file.</source>
        <translation>Berkas ini tidak bisa dijadikan logo. Logo berupa gambar PNG atau JPEG, lebar dan tingginya 32 sampai 8.000 titik, paling besar 10 MB. Cetakan tetap seperti semula; pilih berkas lain.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. The papers stay as they are.</source>
        <translation>{file} tidak bisa dibaca: {reason}. Cetakan tetap seperti semula.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Complaint Desk</source>
        <translation>Meja Komplain</translation>
    </message>
    <message>
        <source>Something went wrong in the program; it was our fault, not yours. What was saved is safe, and what you typed is kept.</source>
        <translation>Ada yang salah di program; ini salah kami, bukan Anda. Yang sudah tersimpan aman, dan yang Anda ketik tetap ada.</translation>
    </message>
    <message>
        <source>Something went wrong in the program; it was our fault, not yours. What was saved is safe, and what you typed is kept. A report without personal data is in {file}.</source>
        <translation>Ada yang salah di program; ini salah kami, bukan Anda. Yang sudah tersimpan aman, dan yang Anda ketik tetap ada. Laporan tanpa data pribadi ada di {file}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used: {reason}.</source>
        <translation>Folder {folder} tidak bisa dipakai: {reason}.</translation>
    </message>
</context>
<context>
    <name>merge</name>
    <message>
        <source>Desk {node} has written two different entries under the number {seq}: its disk was copied, or a backup was put back by hand. Nothing of this file was taken; it is kept apart. Ask at that desk, and accept a new card for the one that goes on.</source>
        <translation>Meja {node} menulis dua catatan berbeda dengan nomor {seq}: disknya disalin, atau cadangan dipasang kembali dengan tangan. Tidak ada isi file ini yang dimasukkan; filenya disimpan terpisah. Tanyakan ke meja itu, dan terima kartu baru untuk yang meneruskan.</translation>
    </message>
</context>
<context>
    <name>message</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Copy   Ctrl+Enter</source>
        <translation>&amp;Salin   Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;WhatsApp</source>
        <translation>&amp;WhatsApp</translation>
    </message>
    <message>
        <source>&amp;WhatsApp   Ctrl+Enter</source>
        <translation>&amp;WhatsApp   Ctrl+Enter</translation>
    </message>
    <message>
        <source>It goes to the supervisor, so WhatsApp is not opened for the customer.</source>
        <translation>Pesan ini untuk supervisor, jadi WhatsApp pelanggan tidak dibuka.</translation>
    </message>
    <message>
        <source>It goes to the supervisor, so it is no letter to the customer.</source>
        <translation>Pesan ini untuk supervisor, jadi bukan surat untuk pelanggan.</translation>
    </message>
    <message>
        <source>It is copied. Was it sent to the supervisor?</source>
        <translation>Sudah disalin. Apakah sudah dikirim ke supervisor?</translation>
    </message>
    <message>
        <source>It is copied. Was it sent to {name}?</source>
        <translation>Sudah disalin. Apakah sudah dikirim ke {name}?</translation>
    </message>
    <message>
        <source>It is kept as PDF: {file}. Was it sent or given to {name}?</source>
        <translation>Disimpan sebagai PDF: {file}. Apakah sudah dikirim atau diserahkan kepada {name}?</translation>
    </message>
    <message>
        <source>No phone number for WhatsApp is known. Copy it and send it otherwise.</source>
        <translation>Nomor untuk WhatsApp belum ada. Salin dan kirim dengan cara lain.</translation>
    </message>
    <message>
        <source>No word that hurts, and name, matter, moment and number are there.</source>
        <translation>Tidak ada kata yang melukai; nama, hal, waktu, dan nomor sudah ada.</translation>
    </message>
    <message>
        <source>No word that hurts, and the customer’s data are masked.</source>
        <translation>Tidak ada kata yang melukai, dan data pelanggan sudah disamarkan.</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Belum ada yang ditulis.</translation>
    </message>
    <message>
        <source>The customer’s data stand in it. Initials and the number are enough for colleagues.</source>
        <translation>Data pelanggan ada di dalamnya. Untuk rekan kerja, inisial dan nomor sudah cukup.</translation>
    </message>
    <message>
        <source>The letter is ready. Once it was sent, log it as a contact.</source>
        <translation>Suratnya sudah siap. Setelah dikirim, catat sebagai kontak.</translation>
    </message>
    <message>
        <source>There is nothing to send yet. Write it first.</source>
        <translation>Belum ada yang bisa dikirim. Tulis dulu pesannya.</translation>
    </message>
    <message>
        <source>WhatsApp did not open. The text is copied: paste it there.</source>
        <translation>WhatsApp tidak terbuka. Teks sudah disalin: tempelkan di sana.</translation>
    </message>
    <message>
        <source>WhatsApp has it. Was it sent to {name}?</source>
        <translation>Sudah ada di WhatsApp. Apakah sudah dikirim ke {name}?</translation>
    </message>
    <message>
        <source>{name} · {number}</source>
        <translation>{name} · {number}</translation>
    </message>
    <message>
        <source>{printer} prints it. Was it sent or given to {name}?</source>
        <translation>{printer} mencetaknya. Apakah sudah dikirim atau diserahkan kepada {name}?</translation>
    </message>
    <message>
        <source>“{kind}” is logged.</source>
        <translation>“{kind}” sudah dicatat.</translation>
    </message>
    <message>
        <source>“{word}”: {hint}</source>
        <translation>“{word}”: {hint}</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Apology</source>
        <translation>Permintaan maaf</translation>
    </message>
    <message>
        <source>Asking for more time</source>
        <translation>Minta tambahan waktu</translation>
    </message>
    <message>
        <source>Decision with reasons</source>
        <translation>Keputusan dan alasannya</translation>
    </message>
    <message>
        <source>How is it now?</source>
        <translation>Bagaimana sekarang?</translation>
    </message>
    <message>
        <source>It is solved</source>
        <translation>Sudah selesai</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Terima kasih</translation>
    </message>
    <message>
        <source>To the supervisor</source>
        <translation>Untuk supervisor</translation>
    </message>
    <message>
        <source>We have received it</source>
        <translation>Sudah kami terima</translation>
    </message>
</context>
<context>
    <name>moments</name>
    <message>
        <source>Apr</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Agu</translation>
    </message>
    <message>
        <source>August</source>
        <translation>Agustus</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Des</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Desember</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februari</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Jumat</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Januari</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>March</source>
        <translation>Maret</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mei</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Senin</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Sabtu</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Minggu</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Kamis</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Selasa</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Rabu</translation>
    </message>
    <message>
        <source>today {clock}</source>
        <translation>hari ini {clock}</translation>
    </message>
    <message>
        <source>tomorrow {clock}</source>
        <translation>besok {clock}</translation>
    </message>
    <message>
        <source>yesterday {clock}</source>
        <translation>kemarin {clock}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{day}, {clock}</source>
        <translation>{day}, {clock}</translation>
    </message>
    <message>
        <source>{hour}.{minute}</source>
        <translation>{hour}.{minute}</translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation>{n} hari</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} hari</translation>
    </message>
    <message>
        <source>{n} hour</source>
        <translation>{n} jam</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} jam</translation>
    </message>
    <message>
        <source>{n} minute</source>
        <translation>{n} menit</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} menit</translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}</source>
        <translation>{weekday} {day} {month} {year}</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>All commands</source>
        <translation>Semua perintah</translation>
    </message>
    <message>
        <source>No command has this name.</source>
        <translation>Tidak ada perintah dengan nama ini.</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Anda ingin melakukan apa?</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>{name} · page {page} of {pages}</source>
        <translation>{name} · halaman {page} dari {pages}</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>Asks each time</source>
        <translation>Tanya setiap kali</translation>
    </message>
    <message>
        <source>Comment card</source>
        <translation>Kartu komentar</translation>
    </message>
    <message>
        <source>Hand-over brief</source>
        <translation>Ringkasan serah terima</translation>
    </message>
    <message>
        <source>Leaflet</source>
        <translation>Lembar petunjuk</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>No printer: kept as PDF</source>
        <translation>Tanpa printer: PDF saja</translation>
    </message>
    <message>
        <source>Print a comment card</source>
        <translation>Cetak kartu komentar</translation>
    </message>
    <message>
        <source>Print the leaflet</source>
        <translation>Cetak lembar petunjuk</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Struk</translation>
    </message>
    <message>
        <source>Tag for the goods</source>
        <translation>Label barang</translation>
    </message>
    <message>
        <source>Technician’s sheet</source>
        <translation>Lembar teknisi</translation>
    </message>
    <message>
        <source>{paper} {number}</source>
        <translation>{paper} {number}</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>Administrator</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Customer relations officer</source>
        <translation>CRO</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Kantor pusat</translation>
    </message>
    <message>
        <source>Nobody called “{typed}” works here. Known: {names}.</source>
        <translation>Tidak ada yang bernama “{typed}” bekerja di sini. Yang dikenal: {names}.</translation>
    </message>
    <message>
        <source>Shop supervisor</source>
        <translation>SPV Toko</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Staf / Kasir</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Mekanik</translation>
    </message>
    <message>
        <source>To {deed} takes another role: {roles}. Nothing was changed.</source>
        <translation>Untuk {deed} perlu peran lain: {roles}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>accept a hand-over</source>
        <translation>menerima serah terima</translation>
    </message>
    <message>
        <source>accept the card of another desk</source>
        <translation>menerima kartu meja lain</translation>
    </message>
    <message>
        <source>add a note</source>
        <translation>menambah catatan</translation>
    </message>
    <message>
        <source>add or switch off people</source>
        <translation>menambah atau menonaktifkan orang</translation>
    </message>
    <message>
        <source>agree on more time</source>
        <translation>menyepakati tambahan waktu</translation>
    </message>
    <message>
        <source>attach a photo</source>
        <translation>melampirkan foto</translation>
    </message>
    <message>
        <source>begin handling a complaint</source>
        <translation>mulai menangani komplain</translation>
    </message>
    <message>
        <source>call a complaint solved</source>
        <translation>menyatakan komplain selesai</translation>
    </message>
    <message>
        <source>change the settings of the shop</source>
        <translation>mengubah pengaturan toko</translation>
    </message>
    <message>
        <source>close with the customer</source>
        <translation>menutup bersama pelanggan</translation>
    </message>
    <message>
        <source>confirm a judgement</source>
        <translation>mengonfirmasi penilaian</translation>
    </message>
    <message>
        <source>correct a complaint</source>
        <translation>mengoreksi komplain</translation>
    </message>
    <message>
        <source>examine the product</source>
        <translation>memeriksa produk</translation>
    </message>
    <message>
        <source>give a hand-over back</source>
        <translation>mengembalikan serah terima</translation>
    </message>
    <message>
        <source>judge whose fault it was</source>
        <translation>menilai salah siapa</translation>
    </message>
    <message>
        <source>link two complaints</source>
        <translation>menghubungkan dua komplain</translation>
    </message>
    <message>
        <source>log a contact</source>
        <translation>mencatat kontak</translation>
    </message>
    <message>
        <source>make a backup</source>
        <translation>membuat cadangan</translation>
    </message>
    <message>
        <source>make a promise</source>
        <translation>membuat janji</translation>
    </message>
    <message>
        <source>mark a promise as broken</source>
        <translation>menandai janji tidak ditepati</translation>
    </message>
    <message>
        <source>mark a promise as kept</source>
        <translation>menandai janji ditepati</translation>
    </message>
    <message>
        <source>pass a complaint on</source>
        <translation>meneruskan komplain</translation>
    </message>
    <message>
        <source>print a receipt</source>
        <translation>mencetak struk</translation>
    </message>
    <message>
        <source>read in a sales list</source>
        <translation>membaca daftar penjualan</translation>
    </message>
    <message>
        <source>read in the file of another desk</source>
        <translation>membaca berkas dari meja lain</translation>
    </message>
    <message>
        <source>rebuild the tables</source>
        <translation>menghitung ulang tabel</translation>
    </message>
    <message>
        <source>register a complaint</source>
        <translation>mendaftarkan komplain</translation>
    </message>
    <message>
        <source>reopen a complaint</source>
        <translation>membuka kembali komplain</translation>
    </message>
    <message>
        <source>restore a backup</source>
        <translation>memulihkan cadangan</translation>
    </message>
    <message>
        <source>set a complaint to waiting</source>
        <translation>menandai komplain menunggu</translation>
    </message>
    <message>
        <source>settle a contradiction</source>
        <translation>menyelesaikan pertentangan</translation>
    </message>
    <message>
        <source>take in a suggestion, question or praise</source>
        <translation>menerima saran, pertanyaan, atau pujian</translation>
    </message>
    <message>
        <source>withdraw a complaint</source>
        <translation>membatalkan komplain</translation>
    </message>
    <message>
        <source>write the file for head office</source>
        <translation>menulis berkas untuk kantor pusat</translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation>{first}, {next}</translation>
    </message>
    <message>
        <source>“{typed}” is not a list of roles. Known roles: {known}.</source>
        <translation>“{typed}” bukan daftar peran. Peran yang dikenal: {known}.</translation>
    </message>
</context>
<context>
    <name>pins</name>
    <message>
        <source>A PIN has 4 to 12 digits. Nothing was changed.</source>
        <translation>PIN terdiri dari 4 sampai 12 angka. Tidak ada yang diubah.</translation>
    </message>
</context>
<context>
    <name>print_check</name>
    <message>
        <source>Comment cards</source>
        <translation>Kartu komentar</translation>
    </message>
    <message>
        <source>Hand-over briefs</source>
        <translation>Ringkasan serah terima</translation>
    </message>
    <message>
        <source>Leaflets</source>
        <translation>Lembar petunjuk</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Struk</translation>
    </message>
    <message>
        <source>Roll, 58 mm</source>
        <translation>Rol, 58 mm</translation>
    </message>
    <message>
        <source>Roll, 80 mm</source>
        <translation>Rol, 80 mm</translation>
    </message>
    <message>
        <source>Sheet, A4</source>
        <translation>Lembar, A4</translation>
    </message>
    <message>
        <source>Sheet, A5</source>
        <translation>Lembar, A5</translation>
    </message>
    <message>
        <source>Tags for goods</source>
        <translation>Label barang</translation>
    </message>
    <message>
        <source>Technician’s sheets</source>
        <translation>Lembar teknisi</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Halaman uji</translation>
    </message>
    <message>
        <source>The ruler must measure what it says, both its ends must be there, and the bars must be read by your scanner. Where the ruler is too short, the printer’s driver shrinks papers: switch “fit to page” off.</source>
        <translation>Panjang penggaris harus sesuai angkanya, kedua ujungnya harus terlihat, dan kode batangnya harus terbaca pemindai Anda. Bila penggaris terlalu pendek, driver printer mengecilkan kertas: matikan “sesuaikan ke halaman”.</translation>
    </message>
    <message>
        <source>{paper}: prints {width} mm, {dots} dots at 203 dpi</source>
        <translation>{paper}: mencetak {width} mm, {dots} titik pada 203 dpi</translation>
    </message>
</context>
<context>
    <name>print_direct</name>
    <message>
        <source>Network</source>
        <translation>Jaringan</translation>
    </message>
    <message>
        <source>Please write down where the printer is.</source>
        <translation>Tuliskan di mana printernya.</translation>
    </message>
    <message>
        <source>Serial line</source>
        <translation>Kabel serial</translation>
    </message>
    <message>
        <source>USB, or shared on Windows</source>
        <translation>USB, atau dibagikan di Windows</translation>
    </message>
</context>
<context>
    <name>print_waiting</name>
    <message>
        <source>1 paper waits for the printer: see why, or print it elsewhere</source>
        <translation>1 kertas menunggu printer: lihat sebabnya, atau cetak di tempat lain</translation>
    </message>
    <message>
        <source>No paper waits any more.</source>
        <translation>Tidak ada lagi kertas yang menunggu.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan sebagai PDF</translation>
    </message>
    <message>
        <source>The system’s print dialog…</source>
        <translation>Dialog cetak sistem…</translation>
    </message>
    <message>
        <source>{n} papers wait for the printer: see why, or print them elsewhere</source>
        <translation>{n} kertas menunggu printer: lihat sebabnya, atau cetak di tempat lain</translation>
    </message>
    <message>
        <source>{title} was thrown away. It can be printed anew.</source>
        <translation>{title} dibuang. Bisa dicetak baru.</translation>
    </message>
</context>
<context>
    <name>printers</name>
    <message>
        <source>On this computer “{printer}” prints only from the window. The complaint is saved; print it from the window, or save it as a PDF.</source>
        <translation>Di komputer ini “{printer}” hanya bisa mencetak dari jendela program. Komplain sudah tersimpan; cetak dari jendela program, atau simpan sebagai PDF.</translation>
    </message>
    <message>
        <source>The print service of this computer does not answer. The complaint is saved; try again later, or save the receipt as a PDF.</source>
        <translation>Layanan cetak di komputer ini tidak menjawab. Komplain sudah tersimpan; coba lagi nanti, atau simpan tanda terima sebagai PDF.</translation>
    </message>
    <message>
        <source>The print service of this computer is not running, so “{printer}” cannot print. The complaint is saved; start the print service (CUPS), or save the receipt as a PDF.</source>
        <translation>Layanan cetak di komputer ini tidak berjalan, jadi “{printer}” belum bisa mencetak. Komplain sudah tersimpan; jalankan layanan cetak (CUPS), atau simpan tanda terima sebagai PDF.</translation>
    </message>
    <message>
        <source>The printer “{printer}” did not take the paper ({reason}). The complaint is saved; try again, choose another printer, or save it as a PDF.</source>
        <translation>Printer “{printer}” tidak menerima cetakan ({reason}). Komplain sudah tersimpan; coba lagi, pilih printer lain, atau simpan sebagai PDF.</translation>
    </message>
    <message>
        <source>The printer “{printer}” is stopped ({reason}). The complaint is saved; look at the printer and start it again, choose another one, or save the receipt as a PDF.</source>
        <translation>Printer “{printer}” sedang berhenti ({reason}). Komplain sudah tersimpan; periksa printer lalu jalankan lagi, pilih printer lain, atau simpan tanda terima sebagai PDF.</translation>
    </message>
    <message>
        <source>The printer “{printer}” takes no papers now ({reason}). The complaint is saved; open the printer for new jobs, choose another one, or save the receipt as a PDF.</source>
        <translation>Printer “{printer}” sedang tidak menerima cetakan ({reason}). Komplain sudah tersimpan; buka kembali antrean printer, pilih printer lain, atau simpan tanda terima sebagai PDF.</translation>
    </message>
    <message>
        <source>There is no printer “{printer}” on this computer. The complaint is saved; choose another printer, or save the receipt as a PDF.</source>
        <translation>Printer “{printer}” tidak ada di komputer ini. Komplain sudah tersimpan; pilih printer lain, atau simpan tanda terima sebagai PDF.</translation>
    </message>
    <message>
        <source>it has no paper</source>
        <translation>kertasnya habis</translation>
    </message>
    <message>
        <source>it is not connected or switched off</source>
        <translation>tidak tersambung atau mati</translation>
    </message>
    <message>
        <source>it reports a fault of its own</source>
        <translation>printer melaporkan gangguan</translation>
    </message>
    <message>
        <source>its cover is open</source>
        <translation>tutupnya terbuka</translation>
    </message>
    <message>
        <source>its paper is stuck</source>
        <translation>kertasnya macet</translation>
    </message>
    <message>
        <source>its queue was stopped</source>
        <translation>antreannya dihentikan</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Letter {number}</source>
        <translation>Surat {number}</translation>
    </message>
    <message>
        <source>Nothing was printed; the complaint is saved.</source>
        <translation>Tidak ada yang dicetak; komplain sudah tersimpan.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Struk {number}</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Halaman uji</translation>
    </message>
    <message>
        <source>There is no printer to choose on this computer. {title} is kept as PDF: {file}</source>
        <translation>Di komputer ini tidak ada printer yang bisa dipilih. {title} disimpan sebagai PDF: {file}</translation>
    </message>
    <message>
        <source>{printer} is back: {title} was printed.</source>
        <translation>{printer} siap lagi: {title} sudah dicetak.</translation>
    </message>
    <message>
        <source>{reason} It waits and is printed once the printer is back.</source>
        <translation>{reason} Kertas ini menunggu dan dicetak begitu printer siap lagi.</translation>
    </message>
    <message>
        <source>{title} kept as PDF: {file}</source>
        <translation>{title} disimpan sebagai PDF: {file}</translation>
    </message>
    <message>
        <source>{title} sent to {printer}.</source>
        <translation>{title} dikirim ke {printer}.</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>Add note</source>
        <translation>Tambah catatan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>All branches</source>
        <translation>Semua cabang</translation>
    </message>
    <message>
        <source>All my branches</source>
        <translation>Semua cabang saya</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Choose a complaint first.</source>
        <translation>Pilih komplain dulu.</translation>
    </message>
    <message>
        <source>Choose a complaint on the left to read it here.</source>
        <translation>Pilih komplain di sebelah kiri untuk membacanya di sini.</translation>
    </message>
    <message>
        <source>Choose one complaint for this.</source>
        <translation>Pilih satu komplain saja untuk ini.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Hapus pencarian</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Bertentangan</translation>
    </message>
    <message>
        <source>Copied: {what}.</source>
        <translation>Disalin: {what}.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Every open complaint has its receipt.</source>
        <translation>Semua komplain terbuka sudah punya struk.</translation>
    </message>
    <message>
        <source>Go on with the note</source>
        <translation>Lanjutkan catatan</translation>
    </message>
    <message>
        <source>Its file has not come to this desk yet.</source>
        <translation>Berkasnya belum sampai di meja ini.</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Milik saya</translation>
    </message>
    <message>
        <source>More than {n} found in “{filter}” for “{typed}”</source>
        <translation>Lebih dari {n} ditemukan di “{filter}” untuk “{typed}”</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>Komplain baru</translation>
    </message>
    <message>
        <source>No complaint has “{typed}”. Try the beginning of a name, the nota or a phone number.</source>
        <translation>Tidak ada komplain dengan “{typed}”. Coba awal nama, nota, atau nomor telepon.</translation>
    </message>
    <message>
        <source>No complaint is open. Everybody has their answer.</source>
        <translation>Tidak ada komplain terbuka. Semua pelanggan sudah mendapat jawaban.</translation>
    </message>
    <message>
        <source>No complaint waits for somebody else.</source>
        <translation>Tidak ada komplain yang menunggu pihak lain.</translation>
    </message>
    <message>
        <source>No complaint yet. Ctrl+N takes in the first one.</source>
        <translation>Belum ada komplain. Tekan Ctrl+N untuk menerima yang pertama.</translation>
    </message>
    <message>
        <source>No open complaint is a matter of safety.</source>
        <translation>Tidak ada komplain terbuka yang menyangkut keselamatan.</translation>
    </message>
    <message>
        <source>No program on this computer makes calls. The number {phone} is copied instead.</source>
        <translation>Tidak ada program untuk menelepon di komputer ini. Nomor {phone} sudah disalin.</translation>
    </message>
    <message>
        <source>No solved complaint waits for the customer&apos;s word.</source>
        <translation>Tidak ada komplain selesai yang menunggu jawaban pelanggan.</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Belum dicetak</translation>
    </message>
    <message>
        <source>Nothing contradicts itself.</source>
        <translation>Tidak ada yang bertentangan.</translation>
    </message>
    <message>
        <source>Nothing in “{filter}” has “{typed}”, but one among all has it.</source>
        <translation>Di “{filter}” tidak ada “{typed}”, tetapi di semua komplain ada satu.</translation>
    </message>
    <message>
        <source>Nothing in “{filter}” has “{typed}”, but others among all have it.</source>
        <translation>Di “{filter}” tidak ada “{typed}”, tetapi di komplain lain ada.</translation>
    </message>
    <message>
        <source>Nothing is in your hands at the moment.</source>
        <translation>Saat ini tidak ada yang di tangan Anda.</translation>
    </message>
    <message>
        <source>Nothing is late. Every open complaint is in time.</source>
        <translation>Tidak ada yang terlambat. Semua komplain terbuka masih dalam waktu.</translation>
    </message>
    <message>
        <source>Nothing more is due today.</source>
        <translation>Tidak ada lagi yang jatuh tempo hari ini.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Print copy {n}</source>
        <translation>Cetak salinan {n}</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Cetak struk</translation>
    </message>
    <message>
        <source>Print {n} receipts</source>
        <translation>Cetak {n} struk</translation>
    </message>
    <message>
        <source>Print {n} receipts? Paper cannot be taken back.</source>
        <translation>Cetak {n} struk? Kertas yang sudah keluar tidak bisa ditarik lagi.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Keselamatan</translation>
    </message>
    <message>
        <source>Search for it</source>
        <translation>Cari kode ini</translation>
    </message>
    <message>
        <source>Search in all</source>
        <translation>Cari di semua</translation>
    </message>
    <message>
        <source>Show all branches</source>
        <translation>Tampilkan semua cabang</translation>
    </message>
    <message>
        <source>Show all complaints</source>
        <translation>Tampilkan semua komplain</translation>
    </message>
    <message>
        <source>Show all that are open</source>
        <translation>Tampilkan semua yang terbuka</translation>
    </message>
    <message>
        <source>There is no complaint of {branch} here.</source>
        <translation>Tidak ada komplain dari {branch} di sini.</translation>
    </message>
    <message>
        <source>This file is no picture that can be shown here.</source>
        <translation>Berkas ini bukan gambar yang bisa ditampilkan di sini.</translation>
    </message>
    <message>
        <source>To be closed</source>
        <translation>Siap ditutup</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>from {code}</source>
        <translation>dari {code}</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>diserahkan</translation>
    </message>
    <message>
        <source>{code} · {name}</source>
        <translation>{code} · {name}</translation>
    </message>
    <message>
        <source>{done} of {total} are loaded … Esc stops.</source>
        <translation>{done} dari {total} sudah dimuat … Esc menghentikan.</translation>
    </message>
    <message>
        <source>{number}: {done}</source>
        <translation>{number}: {done}</translation>
    </message>
    <message>
        <source>{n} complaint</source>
        <translation>{n} komplain</translation>
    </message>
    <message>
        <source>{n} complaints are chosen.</source>
        <translation>{n} komplain dipilih.</translation>
    </message>
    <message>
        <source>{n} complaints, what burns first on top</source>
        <translation>{n} komplain, yang paling mendesak di atas</translation>
    </message>
    <message>
        <source>{n} found in “{filter}” for “{typed}”</source>
        <translation>{n} ditemukan di “{filter}” untuk “{typed}”</translation>
    </message>
    <message>
        <source>{n} numbers are copied.</source>
        <translation>{n} nomor disalin.</translation>
    </message>
    <message>
        <source>“{code}” is no complaint of this desk.</source>
        <translation>“{code}” bukan komplain di meja ini.</translation>
    </message>
</context>
<context>
    <name>read_sales</name>
    <message>
        <source>Save the remarks</source>
        <translation>Simpan catatan</translation>
    </message>
    <message>
        <source>{rows} lines: {taken} taken, {remarked} taken with a remark, {known} known before, {refused} refused.</source>
        <translation>{rows} baris: {taken} diterima, {remarked} diterima dengan catatan, {known} sudah dikenal, {refused} ditolak.</translation>
    </message>
</context>
<context>
    <name>receipt</name>
    <message>
        <source>Bought on {date}</source>
        <translation>Dibeli {date}</translation>
    </message>
    <message>
        <source>Complaint number</source>
        <translation>Nomor komplain</translation>
    </message>
    <message>
        <source>Complaint receipt</source>
        <translation>Tanda terima komplain</translation>
    </message>
    <message>
        <source>Condition: {condition}</source>
        <translation>Kondisi: {condition}</translation>
    </message>
    <message>
        <source>Copy {n}</source>
        <translation>Salinan ke-{n}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Customer’s signature</source>
        <translation>Tanda tangan pelanggan</translation>
    </message>
    <message>
        <source>For your safety</source>
        <translation>Demi keselamatan Anda</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>Keluhan Anda</translation>
    </message>
    <message>
        <source>Left with us</source>
        <translation>Barang yang dititipkan</translation>
    </message>
    <message>
        <source>Nota {nota}</source>
        <translation>Nota {nota}</translation>
    </message>
    <message>
        <source>Nota {nota}, bought on {date}</source>
        <translation>Nota {nota}, dibeli {date}</translation>
    </message>
    <message>
        <source>Please do not use the product until we have checked it.</source>
        <translation>Mohon jangan gunakan produk ini sampai selesai kami periksa.</translation>
    </message>
    <message>
        <source>Please keep this receipt and give its number when you contact us.</source>
        <translation>Simpan tanda terima ini dan sebutkan nomornya saat menghubungi kami.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Served by {name}</source>
        <translation>Dilayani oleh {name}</translation>
    </message>
    <message>
        <source>Should it not be right, come back: this number stays yours.</source>
        <translation>Bila masih ada yang kurang, silakan datang lagi: nomor ini tetap milik Anda.</translation>
    </message>
    <message>
        <source>Should it take longer, we will tell you before then and agree on a new time.</source>
        <translation>Bila perlu waktu lebih lama, kami akan mengabari Anda sebelumnya dan menyepakati waktu baru.</translation>
    </message>
    <message>
        <source>Signature for the shop</source>
        <translation>Tanda tangan petugas</translation>
    </message>
    <message>
        <source>Solved on</source>
        <translation>Diselesaikan pada</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Terima kasih sudah memberi tahu kami.</translation>
    </message>
    <message>
        <source>We keep your details only to handle this complaint and to serve you better. You may ask us to show, correct or delete them.</source>
        <translation>Data Anda kami simpan hanya untuk menangani komplain ini dan memperbaiki layanan. Anda boleh meminta kami memperlihatkan, memperbaiki, atau menghapusnya.</translation>
    </message>
    <message>
        <source>What we did</source>
        <translation>Yang kami kerjakan</translation>
    </message>
    <message>
        <source>What we understood</source>
        <translation>Yang kami tangkap</translation>
    </message>
    <message>
        <source>With the square code each of our branches can check this receipt.</source>
        <translation>Keaslian tanda terima ini dapat diperiksa di semua cabang kami lewat kode QR.</translation>
    </message>
    <message>
        <source>You ask for</source>
        <translation>Permintaan Anda</translation>
    </message>
    <message>
        <source>You will hear from us by</source>
        <translation>Anda akan kami hubungi paling lambat</translation>
    </message>
    <message>
        <source>at {clock}</source>
        <translation>pukul {clock}</translation>
    </message>
</context>
<context>
    <name>receipts</name>
    <message>
        <source>Solved on</source>
        <translation>Diselesaikan pada</translation>
    </message>
    <message>
        <source>The registration of this complaint is not here yet.</source>
        <translation>Pendaftaran komplain ini belum sampai di sini.</translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation>Dibatalkan pada</translation>
    </message>
</context>
<context>
    <name>reminders</name>
    <message>
        <source>Complaint Desk</source>
        <translation>Meja Komplain</translation>
    </message>
    <message>
        <source>Complaint {number}: before {clock}.</source>
        <translation>Komplain {number}: sebelum {clock}.</translation>
    </message>
    <message>
        <source>Complaint {number}: late since {clock}.</source>
        <translation>Komplain {number}: terlambat sejak {clock}.</translation>
    </message>
    <message>
        <source>News for {name} is due before {clock}, in {span}.</source>
        <translation>Kabar untuk {name} paling lambat {clock}, {span} lagi.</translation>
    </message>
    <message>
        <source>News for {name} is {span} late.</source>
        <translation>Kabar untuk {name} terlambat {span}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Promised to {name} before {clock}, in {span}: “{what}”.</source>
        <translation>Janji kepada {name} sebelum {clock}, {span} lagi: “{what}”.</translation>
    </message>
    <message>
        <source>Promised to {name}, {span} late: “{what}”.</source>
        <translation>Janji kepada {name}, terlambat {span}: “{what}”.</translation>
    </message>
    <message>
        <source>The answer to {name} is {span} late.</source>
        <translation>Jawaban untuk {name} terlambat {span}.</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>pelanggan</translation>
    </message>
    <message>
        <source>{name} hears from us before {clock}, in {span}.</source>
        <translation>{name} harus mendapat jawaban sebelum {clock}, {span} lagi.</translation>
    </message>
    <message>
        <source>{n} moments pass now. First: {first}</source>
        <translation>{n} tenggat lewat sekarang. Pertama: {first}</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>A complaint cannot be received in the future. Give the day and hour at which the customer came.</source>
        <translation>Komplain tidak bisa diterima di masa depan. Isi hari dan jam pelanggan datang.</translation>
    </message>
    <message>
        <source>The nota number is missing. It stands on the invoice: 1 to 7 digits, such as 1234. Without a nota, choose “no nota”.</source>
        <translation>Nomor nota belum diisi. Nomornya ada di nota: 1 sampai 7 angka, misalnya 1234. Kalau tidak ada nota, pilih “tanpa nota”.</translation>
    </message>
    <message>
        <source>The series for complaints without a nota is used up. Nothing was saved as a complaint; the draft is kept. Ask head office for a new branch code.</source>
        <translation>Seri untuk komplain tanpa nota sudah habis. Belum ada komplain tersimpan; drafnya tetap ada. Mintalah kode cabang baru ke kantor pusat.</translation>
    </message>
    <message>
        <source>The year {year} is too long ago. Please check the date.</source>
        <translation>Tahun {year} terlalu lama. Mohon periksa tanggalnya.</translation>
    </message>
    <message>
        <source>There are {count} complaints about this nota on this day, and there is no number for another. Nothing was saved as a complaint; the draft is kept. Check the nota, or choose “no nota”.</source>
        <translation>Sudah ada {count} komplain untuk nota ini pada hari ini, dan tidak ada nomor lagi untuk yang berikutnya. Tidak ada yang disimpan sebagai komplain; konsepnya tetap ada. Periksa notanya, atau pilih “tanpa nota”.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says {now}, but the last entry here was made {last}. Nothing was written; what you typed is kept. Set the clock, or confirm that it is right, and do it again.</source>
        <translation>Jam komputer ini menunjukkan {now}, padahal catatan terakhir dibuat {last}. Tidak ada yang ditulis; yang Anda ketik tetap ada. Setel jamnya, atau pastikan jamnya benar, lalu ulangi.</translation>
    </message>
    <message>
        <source>This moment lies in the future. Please check the day and the hour.</source>
        <translation>Waktu ini di masa depan. Mohon periksa hari dan jamnya.</translation>
    </message>
    <message>
        <source>“{typed}” is not a branch code. A branch code has 1 to 3 digits.</source>
        <translation>“{typed}” bukan kode cabang. Kode cabang terdiri dari 1 sampai 3 angka.</translation>
    </message>
    <message>
        <source>“{typed}” is not a date and time. Write it like 2026-06-19 09:12.</source>
        <translation>“{typed}” bukan tanggal dan jam. Tulis seperti 2026-06-19 09:12.</translation>
    </message>
    <message>
        <source>“{typed}” is not a nota number. A nota has 1 to 7 digits, such as 1234. Without one, choose “no nota”.</source>
        <translation>“{typed}” bukan nomor nota. Nota terdiri dari 1 sampai 7 angka, misalnya 1234. Kalau tidak ada, pilih “tanpa nota”.</translation>
    </message>
</context>
<context>
    <name>safety</name>
    <message>
        <source>The backup could not be restored in {folder}: {reason}. What was there is kept. Close all windows of the desk and try again.</source>
        <translation>Cadangan tidak bisa dipulihkan di {folder}: {reason}. Yang ada sebelumnya tetap disimpan. Tutup semua jendela meja komplain lalu coba lagi.</translation>
    </message>
    <message>
        <source>The desk in {folder} is open in another program. Nothing was changed. Close its window and all its commands, and restore again.</source>
        <translation>Meja komplain di {folder} sedang terbuka di program lain. Tidak ada yang diubah. Tutup jendela dan semua perintahnya, lalu pulihkan lagi.</translation>
    </message>
    <message>
        <source>The restore in {folder} was cut off, and what it had made ready is gone. The desk from before is there again, unchanged. Open it, and restore the backup once more.</source>
        <translation>Pemulihan di {folder} terputus, dan yang sudah disiapkan tidak ada lagi. Meja komplain yang lama sudah kembali, tidak berubah. Buka, lalu pulihkan cadangan itu sekali lagi.</translation>
    </message>
    <message>
        <source>The restore that was begun in {folder} cannot be finished yet: {reason}. Nothing is lost: both desks are kept. Close all windows of the desk, see that the disk has room and may be written to, and open it again.</source>
        <translation>Pemulihan yang dimulai di {folder} belum bisa diselesaikan: {reason}. Tidak ada yang hilang: kedua meja komplain disimpan. Tutup semua jendela meja komplain, pastikan disk masih lega dan boleh ditulisi, lalu buka lagi.</translation>
    </message>
</context>
<context>
    <name>sales</name>
    <message>
        <source>A sale has no “{field}”. It has: {fields}.</source>
        <translation>Penjualan tidak punya “{field}”. Yang ada: {fields}.</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Date of sale</source>
        <translation>Tanggal penjualan</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Excel has shortened the nota to “{nota}”. Format the column as text in Excel, type it again and read the list once more.</source>
        <translation>Excel memendekkan nomor nota menjadi “{nota}”. Ubah format kolomnya menjadi teks di Excel, ketik ulang nomornya, lalu baca daftar ini sekali lagi.</translation>
    </message>
    <message>
        <source>Excel has shortened the phone to “{phone}”; it was left out.</source>
        <translation>Excel memendekkan nomor telepon menjadi “{phone}”; nomor ini tidak diambil.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Line {line} has a nota of more than 64 characters and was not taken.</source>
        <translation>Nomor nota di baris {line} lebih dari 64 karakter; baris ini tidak diambil.</translation>
    </message>
    <message>
        <source>Line {line} has no nota and was not taken.</source>
        <translation>Baris {line} tidak punya nomor nota dan tidak diambil.</translation>
    </message>
    <message>
        <source>Line {line} holds a cell of more than 10,000 characters and was not taken.</source>
        <translation>Baris {line} berisi sel dengan lebih dari 10.000 karakter dan tidak diambil.</translation>
    </message>
    <message>
        <source>Line {line} holds characters that are not text and was not taken.</source>
        <translation>Baris {line} berisi karakter yang bukan teks dan tidak diambil.</translation>
    </message>
    <message>
        <source>Line {line} is empty.</source>
        <translation>Baris {line} kosong.</translation>
    </message>
    <message>
        <source>Line {line} looks like a total, not like a sale, and was not taken.</source>
        <translation>Baris {line} tampaknya baris jumlah, bukan penjualan, dan tidak diambil.</translation>
    </message>
    <message>
        <source>Line {line} opens a quotation mark that is never closed and was not taken. Correct it in the file.</source>
        <translation>Tanda kutip di baris {line} dibuka tetapi tidak ditutup; baris ini tidak diambil. Perbaiki di filenya.</translation>
    </message>
    <message>
        <source>Line {line} repeats the headings and was passed over.</source>
        <translation>Baris {line} mengulang judul kolom dan dilewati.</translation>
    </message>
    <message>
        <source>No headings were found at the top of the file. Is it the list of sales?</source>
        <translation>Judul kolom tidak ditemukan di awal file. Apakah ini daftar penjualan?</translation>
    </message>
    <message>
        <source>Nota</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation>Penjual</translation>
    </message>
    <message>
        <source>Say which column holds the nota. Without it no sale can be found again.</source>
        <translation>Tentukan kolom mana yang berisi nomor nota. Tanpa itu penjualan tidak bisa dicari lagi.</translation>
    </message>
    <message>
        <source>Serial or frame number</source>
        <translation>Nomor seri atau rangka</translation>
    </message>
    <message>
        <source>The date of sale, {day}, is in the future.</source>
        <translation>Tanggal penjualan, {day}, belum terjadi.</translation>
    </message>
    <message>
        <source>The date “{date}” was not understood and was left out.</source>
        <translation>Tanggal “{date}” tidak dikenali dan tidak diambil.</translation>
    </message>
    <message>
        <source>The file has headings, but no sales below them.</source>
        <translation>File ini hanya berisi judul kolom, belum ada penjualannya.</translation>
    </message>
    <message>
        <source>The file is empty. Choose the list of sales.</source>
        <translation>File ini kosong. Pilih daftar penjualan.</translation>
    </message>
    <message>
        <source>The file “{name}” could not be read to its end. Nothing in it was changed. Check that the stick or the network is still connected and try again.</source>
        <translation>File “{name}” tidak bisa dibaca sampai selesai. Isinya tidak berubah. Pastikan flashdisk atau jaringan masih tersambung, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The file “{name}” is not there. Check the name and the folder.</source>
        <translation>File “{name}” tidak ditemukan. Periksa nama dan foldernya.</translation>
    </message>
    <message>
        <source>The file “{name}” may not be read. Close it in other programs and try again.</source>
        <translation>File “{name}” tidak boleh dibaca. Tutup dulu di program lain, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The line ends before its last column; the file may be cut off.</source>
        <translation>Baris ini berakhir sebelum kolom terakhir; mungkin filenya terpotong.</translation>
    </message>
    <message>
        <source>The line has more columns than the headings; they may have shifted.</source>
        <translation>Baris ini punya lebih banyak kolom daripada judulnya; isinya mungkin bergeser.</translation>
    </message>
    <message>
        <source>The list has no column “{header}”. Its columns are: {headers}.</source>
        <translation>Daftar ini tidak punya kolom “{header}”. Kolom yang ada: {headers}.</translation>
    </message>
    <message>
        <source>The report “{name}” could not be written. The sales are not affected. Choose another folder and try again.</source>
        <translation>Laporan “{name}” tidak bisa ditulis. Data penjualan tidak terpengaruh. Pilih folder lain, lalu coba lagi.</translation>
    </message>
    <message>
        <source>This file holds no list. Choose a CSV or Excel file.</source>
        <translation>File ini tidak berisi daftar. Pilih file CSV atau Excel.</translation>
    </message>
    <message>
        <source>This file is a web page under another name. Open it in Excel and save it as XLSX or CSV.</source>
        <translation>File ini sebenarnya halaman web dengan nama lain. Buka di Excel, lalu simpan sebagai XLSX atau CSV.</translation>
    </message>
    <message>
        <source>This is a packed file (ZIP), not a workbook. Unpack it and choose the list.</source>
        <translation>Ini file ZIP, bukan file Excel. Ekstrak dulu, lalu pilih daftarnya.</translation>
    </message>
    <message>
        <source>This workbook is damaged or too large to be read. Open it in Excel, save it again as XLSX or CSV and try again.</source>
        <translation>File Excel ini rusak atau terlalu besar untuk dibaca. Buka di Excel, simpan lagi sebagai XLSX atau CSV, lalu coba lagi.</translation>
    </message>
    <message>
        <source>This workbook is locked with a password. Save it without one and try again.</source>
        <translation>File Excel ini dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu coba lagi.</translation>
    </message>
    <message>
        <source>This workbook is too large to be read. Save the list as CSV and try again.</source>
        <translation>File Excel ini terlalu besar untuk dibaca. Simpan daftarnya sebagai CSV, lalu coba lagi.</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>“{date}” was read as {day}; the list does not show if day or month is first.</source>
        <translation>“{date}” dibaca sebagai {day}; dari daftar ini tidak terlihat apakah hari atau bulan yang ditulis lebih dulu.</translation>
    </message>
    <message>
        <source>“{field}” is named twice.</source>
        <translation>“{field}” disebut dua kali.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Choose a CSV or Excel file.</source>
        <translation>“{name}” bukan file. Pilih file CSV atau Excel.</translation>
    </message>
    <message>
        <source>“{text}” names no column. Write it as nota=Heading,product=Heading.</source>
        <translation>“{text}” tidak menyebut kolom. Tulis seperti ini: nota=Judul,product=Judul.</translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message>
        <source>A sample shop has at least 1 complaint. Nothing was made.</source>
        <translation>Toko contoh berisi paling sedikit 1 komplain. Belum ada yang dibuat.</translation>
    </message>
    <message>
        <source>There are complaints at this desk already. Only an empty desk is filled as a sample shop, so that invented work never mixes with real work. Nothing was changed. Choose another folder with --home.</source>
        <translation>Di meja komplain ini sudah ada komplain. Toko contoh hanya diisikan ke meja komplain yang masih kosong, supaya komplain karangan tidak tercampur dengan yang sungguhan. Tidak ada yang diubah. Pilih folder lain dengan --home.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>&amp;Receipts</source>
        <translation>Stru&amp;k</translation>
    </message>
    <message>
        <source>Add pers&amp;on</source>
        <translation>Tambah &amp;orang</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>All is well: {entries} entries, {complaints} complaints.</source>
        <translation>Semua beres: {entries} catatan, {complaints} komplain.</translation>
    </message>
    <message>
        <source>Another branch</source>
        <translation>Cabang lain</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Ikut sistem</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>Ikut jendela</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Tanya setiap kali</translation>
    </message>
    <message>
        <source>Backed up and checked: {file}</source>
        <translation>Cadangan dibuat dan diperiksa: {file}</translation>
    </message>
    <message>
        <source>Choose somebody first.</source>
        <translation>Pilih orangnya dulu.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inggris</translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <translation>Folder untuk cadangan</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.xlsx *.xls *.ods)</source>
        <translation>Daftar (*.csv *.txt *.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>No printer: keep as PDF</source>
        <translation>Tanpa printer: PDF saja</translation>
    </message>
    <message>
        <source>Nobody switches themselves off. Another administrator does it.</source>
        <translation>Tidak ada yang menonaktifkan dirinya sendiri. Minta administrator lain.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Cetak halaman uji</translation>
    </message>
    <message>
        <source>Printer: {papers}</source>
        <translation>Printer: {papers}</translation>
    </message>
    <message>
        <source>Read in a sales list</source>
        <translation>Baca daftar penjualan</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>S&amp;witch {name} off</source>
        <translation>&amp;Ya, nonaktifkan {name}</translation>
    </message>
    <message>
        <source>Save r&amp;oles</source>
        <translation>Simpan peran &amp;orang</translation>
    </message>
    <message>
        <source>Saved what {name} does and sees.</source>
        <translation>Tersimpan: tugas {name} dan kasus yang dilihatnya.</translation>
    </message>
    <message>
        <source>Saved. Branch {code} gets its name with its next file.</source>
        <translation>Tersimpan. Cabang {code} menerima namanya bersama berkas berikutnya.</translation>
    </message>
    <message>
        <source>Saved. Receipts show it from now on.</source>
        <translation>Tersimpan. Mulai sekarang tampil di struk.</translation>
    </message>
    <message>
        <source>Size: {papers}</source>
        <translation>Ukuran: {papers}</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Orang baru</translation>
    </message>
    <message>
        <source>Test page: {papers}</source>
        <translation>Halaman uji: {papers}</translation>
    </message>
    <message>
        <source>The roles of {name} are saved.</source>
        <translation>Peran {name} tersimpan.</translation>
    </message>
    <message>
        <source>Their PIN is set at their own branch.</source>
        <translation>PIN mereka dibuat di cabang mereka sendiri.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>set</source>
        <translation>ada</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>dinonaktifkan</translation>
    </message>
    <message>
        <source>{name} (not there now)</source>
        <translation>{name} (sedang tidak ada)</translation>
    </message>
    <message>
        <source>{name} does not work here any more; their name stays.</source>
        <translation>{name} tidak bekerja di sini lagi; namanya tetap ada.</translation>
    </message>
    <message>
        <source>{name} has a new PIN from now on.</source>
        <translation>Mulai sekarang PIN {name} yang baru berlaku.</translation>
    </message>
    <message>
        <source>{name} leaves? The name stays.</source>
        <translation>{name} berhenti? Namanya tetap ada.</translation>
    </message>
    <message>
        <source>{name} was switched off; their name stays on what they did.</source>
        <translation>{name} dinonaktifkan; namanya tetap tertera pada pekerjaannya.</translation>
    </message>
    <message>
        <source>{name} works at branch {branch} now; it goes with its next file.</source>
        <translation>{name} sekarang bekerja di cabang {branch}; ikut bersama berkas berikutnya.</translation>
    </message>
    <message>
        <source>{name} works here now.</source>
        <translation>{name} sekarang bekerja di sini.</translation>
    </message>
    <message>
        <source>{sales} lines of sales are known. The data are in {folder}.</source>
        <translation>{sales} baris penjualan dikenal. Data ada di {folder}.</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>A second desk in one branch carries one letter from A to Z.</source>
        <translation>Meja kedua di satu cabang memakai satu huruf dari A sampai Z.</translation>
    </message>
    <message>
        <source>In the database {folder} is the desk of branch {there}, not of branch {here}. Nothing was changed. Name that branch, or another database.</source>
        <translation>Di basis data {folder} ada meja cabang {there}, bukan cabang {here}. Tidak ada yang diubah. Sebutkan cabang itu, atau basis data lain.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({reason}). Nothing was set up. Choose another folder, or ask for the right to write there.</source>
        <translation>Folder {folder} tidak bisa dibuat ({reason}). Belum ada yang disiapkan. Pilih folder lain, atau mintalah izin menulis di situ.</translation>
    </message>
    <message>
        <source>The keys of a complaint desk are in {folder}, but its data are not. Nothing was changed. Restore a backup there, or choose another folder.</source>
        <translation>Kunci meja komplain ada di {folder}, tetapi datanya tidak ada. Tidak ada yang diubah. Pulihkan cadangan di situ, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>There is a complaint desk in {folder} already. It was not touched. Choose another folder with --home, or open this one.</source>
        <translation>Sudah ada meja komplain di {folder}. Tidak diubah sama sekali. Pilih folder lain dengan --home, atau buka yang ini.</translation>
    </message>
</context>
<context>
    <name>sign_in</name>
    <message>
        <source>PIN of {name}</source>
        <translation>PIN {name}</translation>
    </message>
</context>
<context>
    <name>signing_in</name>
    <message>
        <source>After {n} wrong PINs {name} has to wait: {seconds} seconds. Nothing was changed.</source>
        <translation>Setelah {n} kali PIN salah, {name} harus menunggu: {seconds} detik. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The PIN of {name} is another one. Please try again.</source>
        <translation>PIN {name} bukan itu. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>{name} does not work here any more.</source>
        <translation>{name} sudah tidak bekerja di sini.</translation>
    </message>
</context>
<context>
    <name>spooler</name>
    <message>
        <source>The printer “{printer}” does not answer. The complaint is saved; look whether it is switched on and has paper, or keep the receipt as a PDF.</source>
        <translation>Printer “{printer}” tidak menjawab. Komplain sudah tersimpan; periksa apakah printer menyala dan ada kertasnya, atau simpan struk sebagai PDF.</translation>
    </message>
</context>
<context>
    <name>tag</name>
    <message>
        <source>Condition when taken in</source>
        <translation>Kondisi saat diterima</translation>
    </message>
    <message>
        <source>Do not use, do not ride, do not hand out before it is checked.</source>
        <translation>Jangan dipakai, jangan dikendarai, jangan diserahkan sebelum diperiksa.</translation>
    </message>
    <message>
        <source>SAFETY</source>
        <translation>KESELAMATAN</translation>
    </message>
    <message>
        <source>Serial number {serial}</source>
        <translation>No. seri {serial}</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label barang</translation>
    </message>
    <message>
        <source>Taken in on {moment}</source>
        <translation>Diterima {moment}</translation>
    </message>
    <message>
        <source>Taken in with it (tick when handed back)</source>
        <translation>Diterima bersama barang (centang saat dikembalikan)</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>A new round of 24 hours began.</source>
        <translation>Putaran baru 24 jam dimulai.</translation>
    </message>
    <message>
        <source>Cause: {cause}</source>
        <translation>Penyebab: {cause}</translation>
    </message>
    <message>
        <source>Contradiction: what {who} wrote {when} says otherwise.</source>
        <translation>Bertentangan: catatan {who} {when} berkata lain.</translation>
    </message>
    <message>
        <source>Contradiction: {text}</source>
        <translation>Bertentangan: {text}</translation>
    </message>
    <message>
        <source>Crossed: {who} had not yet seen the line before.</source>
        <translation>Bersilang: {who} belum melihat baris sebelumnya.</translation>
    </message>
    <message>
        <source>It goes up to head office.</source>
        <translation>Naik ke kantor pusat.</translation>
    </message>
    <message>
        <source>It goes up to the customer relations officer.</source>
        <translation>Naik ke CRO.</translation>
    </message>
    <message>
        <source>Prepared message: {kind}</source>
        <translation>Pesan siap pakai: {kind}</translation>
    </message>
    <message>
        <source>Remedy: {remedy}</source>
        <translation>Penyelesaian: {remedy}</translation>
    </message>
    <message>
        <source>Score {score} of 5, as the customer told it.</source>
        <translation>Nilai {score} dari 5, seperti kata pelanggan.</translation>
    </message>
    <message>
        <source>Score {score} of 5, pressed by the customer.</source>
        <translation>Nilai {score} dari 5, ditekan sendiri oleh pelanggan.</translation>
    </message>
    <message>
        <source>The customer would rather not give a score.</source>
        <translation>Pelanggan memilih tidak memberi nilai.</translation>
    </message>
    <message>
        <source>The same person did both: nobody else works here for it.</source>
        <translation>Orang yang sama melakukan keduanya: tidak ada orang lain di sini untuk itu.</translation>
    </message>
    <message>
        <source>This was {moment}; it was written down later.</source>
        <translation>Ini terjadi {moment}; dicatat belakangan.</translation>
    </message>
    <message>
        <source>Waiting for a part, says {who}</source>
        <translation>Menunggu suku cadang, kata {who}</translation>
    </message>
    <message>
        <source>Waiting for something else, says {who}</source>
        <translation>Menunggu hal lain, kata {who}</translation>
    </message>
    <message>
        <source>Waiting for the maker, says {who}</source>
        <translation>Menunggu pabrik, kata {who}</translation>
    </message>
    <message>
        <source>Waiting for {customer}, says {who}</source>
        <translation>Menunggu {customer}, kata {who}</translation>
    </message>
    <message>
        <source>What delays it: {roadblock}</source>
        <translation>Yang menghambat: {roadblock}</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>sebuah berkas</translation>
    </message>
    <message>
        <source>{contact}: no answer</source>
        <translation>{contact}: tidak ada jawaban</translation>
    </message>
    <message>
        <source>{customer} agreed to more time, until {until}</source>
        <translation>{customer} setuju tambahan waktu sampai {until}</translation>
    </message>
    <message>
        <source>{customer} called and spoke with {who}</source>
        <translation>{customer} menelepon dan bicara dengan {who}</translation>
    </message>
    <message>
        <source>{customer} came in and spoke with {who}</source>
        <translation>{customer} datang dan bicara dengan {who}</translation>
    </message>
    <message>
        <source>{customer} contacted {who}</source>
        <translation>{customer} menghubungi {who}</translation>
    </message>
    <message>
        <source>{customer} does not agree, {who} wrote down</source>
        <translation>{customer} tidak setuju, dicatat {who}</translation>
    </message>
    <message>
        <source>{customer} sent {who} a letter</source>
        <translation>{customer} mengirim surat ke {who}</translation>
    </message>
    <message>
        <source>{customer} wrote to {who} by e-mail</source>
        <translation>{customer} mengirim email ke {who}</translation>
    </message>
    <message>
        <source>{customer} wrote to {who} on WhatsApp</source>
        <translation>{customer} mengirim WhatsApp ke {who}</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}: {old} → {new}</translation>
    </message>
    <message>
        <source>{name} does it.</source>
        <translation>Dikerjakan {name}.</translation>
    </message>
    <message>
        <source>{who} accepted the hand-over</source>
        <translation>{who} menerima serah terima</translation>
    </message>
    <message>
        <source>{who} attached {name}</source>
        <translation>{who} melampirkan {name}</translation>
    </message>
    <message>
        <source>{who} began handling it</source>
        <translation>{who} mulai menangani</translation>
    </message>
    <message>
        <source>{who} called {customer}</source>
        <translation>{who} menelepon {customer}</translation>
    </message>
    <message>
        <source>{who} closed it with {customer}: {answer}</source>
        <translation>{who} menutupnya bersama {customer}: {answer}</translation>
    </message>
    <message>
        <source>{who} confirmed the judgement</source>
        <translation>{who} mengesahkan penilaian</translation>
    </message>
    <message>
        <source>{who} contacted {customer}</source>
        <translation>{who} menghubungi {customer}</translation>
    </message>
    <message>
        <source>{who} corrected it</source>
        <translation>{who} mengoreksi</translation>
    </message>
    <message>
        <source>{who} could not keep the promise</source>
        <translation>{who} tidak bisa menepati janji</translation>
    </message>
    <message>
        <source>{who} did something that this version cannot show</source>
        <translation>{who} melakukan sesuatu yang belum bisa ditampilkan versi ini</translation>
    </message>
    <message>
        <source>{who} examined the product</source>
        <translation>{who} memeriksa barang</translation>
    </message>
    <message>
        <source>{who} gave the hand-over back</source>
        <translation>{who} mengembalikan serah terima</translation>
    </message>
    <message>
        <source>{who} handed it over to {to}</source>
        <translation>{who} menyerahkannya ke {to}</translation>
    </message>
    <message>
        <source>{who} handed it over to {to}, {branch}</source>
        <translation>{who} menyerahkannya kepada {to}, {branch}</translation>
    </message>
    <message>
        <source>{who} judged: it was the customer, flag OFF</source>
        <translation>{who} menilai: dari pelanggan, flag OFF</translation>
    </message>
    <message>
        <source>{who} judged: it was the product, flag OFF</source>
        <translation>{who} menilai: karena produknya, flag OFF</translation>
    </message>
    <message>
        <source>{who} judged: nobody was at fault</source>
        <translation>{who} menilai: tidak ada yang salah</translation>
    </message>
    <message>
        <source>{who} judged: the shop was at fault, flag ON</source>
        <translation>{who} menilai: kesalahan toko, flag ON</translation>
    </message>
    <message>
        <source>{who} judged: {fault}</source>
        <translation>{who} menilai: {fault}</translation>
    </message>
    <message>
        <source>{who} kept the promise</source>
        <translation>{who} menepati janji</translation>
    </message>
    <message>
        <source>{who} linked it to {number}: {how}</source>
        <translation>{who} menghubungkannya dengan {number}: {how}</translation>
    </message>
    <message>
        <source>{who} printed copy {n} of the receipt</source>
        <translation>{who} mencetak salinan struk ke-{n}</translation>
    </message>
    <message>
        <source>{who} printed the receipt</source>
        <translation>{who} mencetak struk</translation>
    </message>
    <message>
        <source>{who} promised for {by}</source>
        <translation>{who} berjanji untuk {by}</translation>
    </message>
    <message>
        <source>{who} reopened it: {customer} brings it back</source>
        <translation>{who} membuka kembali: {customer} datang lagi</translation>
    </message>
    <message>
        <source>{who} sent {customer} a letter</source>
        <translation>{who} mengirim surat ke {customer}</translation>
    </message>
    <message>
        <source>{who} settled what contradicted itself</source>
        <translation>{who} menyelesaikan yang bertentangan</translation>
    </message>
    <message>
        <source>{who} solved it</source>
        <translation>{who} menyelesaikannya</translation>
    </message>
    <message>
        <source>{who} told the supervisor</source>
        <translation>{who} memberi tahu SPV</translation>
    </message>
    <message>
        <source>{who} took the complaint in: {channel}</source>
        <translation>{who} menerima komplain: {channel}</translation>
    </message>
    <message>
        <source>{who} visited {customer}</source>
        <translation>{who} mengunjungi {customer}</translation>
    </message>
    <message>
        <source>{who} withdrew the complaint</source>
        <translation>{who} membatalkan komplain</translation>
    </message>
    <message>
        <source>{who} wrote a note</source>
        <translation>{who} menulis catatan</translation>
    </message>
    <message>
        <source>{who} wrote to {customer} by e-mail</source>
        <translation>{who} mengirim email ke {customer}</translation>
    </message>
    <message>
        <source>{who} wrote to {customer} on WhatsApp</source>
        <translation>{who} mengirim WhatsApp ke {customer}</translation>
    </message>
</context>
<context>
    <name>toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>No call is due. Two days after a case was closed, it stands here: ask whether all is still well.</source>
        <translation>Belum ada yang perlu ditelepon. Dua hari setelah komplain ditutup, namanya tampil di sini: tanyakan apakah semuanya masih baik.</translation>
    </message>
    <message>
        <source>Nothing burns today. Every answer, promise and hand-over that is due before midnight will stand here.</source>
        <translation>Tidak ada yang mendesak hari ini. Jawaban, janji, dan serah terima yang jatuh tempo sebelum tengah malam akan tampil di sini.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Seseorang</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>Hari ini, {day}</translation>
    </message>
    <message>
        <source>What ends well today stands here: closed cases with the customer&apos;s words, kept promises, thanks.</source>
        <translation>Yang selesai dengan baik hari ini tampil di sini: komplain yang ditutup beserta kata pelanggan, janji yang ditepati, ucapan terima kasih.</translation>
    </message>
    <message>
        <source>before {when}</source>
        <translation>sebelum {when}</translation>
    </message>
    <message>
        <source>call before {when}</source>
        <translation>telepon sebelum {when}</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>ditutup {day}</translation>
    </message>
    <message>
        <source>handed over to you: accept it or give it back</source>
        <translation>diserahkan kepada Anda: terima atau kembalikan</translation>
    </message>
    <message>
        <source>news is due</source>
        <translation>kabar jatuh tempo</translation>
    </message>
    <message>
        <source>praise</source>
        <translation>pujian</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>dijanjikan</translation>
    </message>
    <message>
        <source>promised by {who}</source>
        <translation>dijanjikan oleh {who}</translation>
    </message>
    <message>
        <source>thanks once</source>
        <translation>1 terima kasih</translation>
    </message>
    <message>
        <source>thanks {n} times</source>
        <translation>{n} terima kasih</translation>
    </message>
    <message>
        <source>the answer is due</source>
        <translation>jawaban jatuh tempo</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>pelanggan</translation>
    </message>
    <message>
        <source>{clock} closed: no score given</source>
        <translation>{clock} ditutup: tanpa nilai</translation>
    </message>
    <message>
        <source>{clock} closed: {score} of 5</source>
        <translation>{clock} ditutup: {score} dari 5</translation>
    </message>
    <message>
        <source>{clock} promise kept</source>
        <translation>{clock} janji ditepati</translation>
    </message>
    <message>
        <source>{clock} thanks received</source>
        <translation>{clock} ucapan terima kasih</translation>
    </message>
    <message>
        <source>{clock} turned from angry to pleased: {score} of 5</source>
        <translation>{clock} dari kecewa jadi puas: {score} dari 5</translation>
    </message>
    <message>
        <source>{first} · {second}</source>
        <translation>{first} · {second}</translation>
    </message>
    <message>
        <source>{n} and more</source>
        <translation>{n} lebih</translation>
    </message>
    <message>
        <source>{n} call</source>
        <translation>{n} telepon</translation>
    </message>
    <message>
        <source>{n} calls</source>
        <translation>{n} telepon</translation>
    </message>
    <message>
        <source>{n} closed</source>
        <translation>{n} ditutup</translation>
    </message>
    <message>
        <source>{n} moment</source>
        <translation>{n} tenggat</translation>
    </message>
    <message>
        <source>{n} moments</source>
        <translation>{n} tenggat</translation>
    </message>
    <message>
        <source>{n} promise kept</source>
        <translation>{n} janji ditepati</translation>
    </message>
    <message>
        <source>{n} promises kept</source>
        <translation>{n} janji ditepati</translation>
    </message>
    <message>
        <source>{n} turned from angry to pleased</source>
        <translation>{n} dari kecewa jadi puas</translation>
    </message>
    <message>
        <source>{what}, with {who}</source>
        <translation>{what}, dipegang {who}</translation>
    </message>
</context>
<context>
    <name>trusting</name>
    <message>
        <source>No card of a desk {node} counts here. Nothing was changed. Those that count: {known}.</source>
        <translation>Tidak ada kartu meja {node} yang berlaku di sini. Tidak ada yang diubah. Yang berlaku: {known}.</translation>
    </message>
    <message>
        <source>The card of {name} ({node}) was revoked here and does not count any more. Nothing was changed. That desk can make a backup and restore it: then it is a new one, with a new card.</source>
        <translation>Kartu {name} ({node}) sudah dicabut di sini dan tidak berlaku lagi. Tidak ada yang diubah. Meja itu bisa membuat cadangan lalu memulihkannya: setelah itu ia menjadi meja baru dengan kartu baru.</translation>
    </message>
    <message>
        <source>{new} (branch {new_branch}) cannot take the place of {old} (branch {old_branch}): it has to be another desk of the same branch, or of head office. Nothing was changed. Accept its card without replacing another.</source>
        <translation>{new} (cabang {new_branch}) tidak bisa menggantikan {old} (cabang {old_branch}): penggantinya harus meja lain di cabang yang sama, atau meja kantor pusat. Tidak ada yang diubah. Terima kartunya tanpa menggantikan kartu lain.</translation>
    </message>
    <message>
        <source>{old} ({node}) is head office for this desk, and files go there. Nothing was changed. If {new} takes its place, accept the card in place of {node}; the old card does not count any more then.</source>
        <translation>{old} ({node}) adalah kantor pusat bagi meja ini, dan file dikirim ke sana. Tidak ada yang diubah. Kalau {new} menggantikannya, terima kartu itu sebagai pengganti {node}; kartu lama lalu tidak berlaku lagi.</translation>
    </message>
</context>
<context>
    <name>verify</name>
    <message>
        <source>Entry {seq} of desk {node} ({kind}, {at}) was changed after it was written.</source>
        <translation>Catatan {seq} dari meja {node} ({kind}, {at}) diubah setelah ditulis.</translation>
    </message>
    <message>
        <source>Entry {seq} of desk {node} is missing.</source>
        <translation>Catatan {seq} dari meja {node} hilang.</translation>
    </message>
    <message>
        <source>The database file is damaged ({reason}). Restore the last backup.</source>
        <translation>Berkas data rusak ({reason}). Pulihkan cadangan terakhir.</translation>
    </message>
    <message>
        <source>What the screens show differs from the journal at “{what}”. The journal itself is right: rebuild the tables.</source>
        <translation>Yang tampil di layar berbeda dari jurnal pada “{what}”. Jurnalnya sendiri benar: hitung ulang tabel.</translation>
    </message>
</context>
<context>
    <name>watched_folder</name>
    <message>
        <source>The watched folder {folder} is not there ({reason}). Nothing is lost: it is looked at again as soon as it is back.</source>
        <translation>Folder yang dipantau, {folder}, tidak ada ({reason}). Tidak ada yang hilang: dilihat lagi begitu foldernya ada.</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>All commands</source>
        <translation>Semua perintah</translation>
    </message>
    <message>
        <source>All exported</source>
        <translation>Semua terkirim</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Konter</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Kirim data</translation>
    </message>
    <message>
        <source>Good words and ways</source>
        <translation>Kata dan cara yang baik</translation>
    </message>
    <message>
        <source>Help for this screen</source>
        <translation>Bantuan untuk layar ini</translation>
    </message>
    <message>
        <source>Lock, or change over</source>
        <translation>Kunci, atau ganti orang</translation>
    </message>
    <message>
        <source>Main button of this screen</source>
        <translation>Tombol utama layar ini</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>Komplain baru</translation>
    </message>
    <message>
        <source>No file waits</source>
        <translation>Tidak ada file menunggu</translation>
    </message>
    <message>
        <source>No head office yet</source>
        <translation>Belum ada kantor pusat</translation>
    </message>
    <message>
        <source>No receipt has been printed here since the desk was opened.</source>
        <translation>Belum ada struk yang dicetak sejak meja dibuka.</translation>
    </message>
    <message>
        <source>Not confirmed for {span}</source>
        <translation>Belum dikonfirmasi {span}</translation>
    </message>
    <message>
        <source>Open the whole case</source>
        <translation>Buka seluruh kasus</translation>
    </message>
    <message>
        <source>Print the last receipt again</source>
        <translation>Cetak ulang struk terakhir</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Segarkan</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Suggestion, question or praise</source>
        <translation>Saran, pertanyaan, atau pujian</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>{company} – Complaint Desk</source>
        <translation>{company} – Meja Komplain</translation>
    </message>
    <message>
        <source>{n} contradiction</source>
        <translation>{n} pertentangan</translation>
    </message>
    <message>
        <source>{n} contradictions</source>
        <translation>{n} pertentangan</translation>
    </message>
    <message>
        <source>{n} file waits</source>
        <translation>{n} file menunggu</translation>
    </message>
    <message>
        <source>{n} files wait</source>
        <translation>{n} file menunggu</translation>
    </message>
    <message>
        <source>{n} on the way</source>
        <translation>{n} dalam perjalanan</translation>
    </message>
    <message>
        <source>{n} to export</source>
        <translation>{n} belum terkirim</translation>
    </message>
    <message>
        <source>“{code}” is no complaint of this desk. It stands in the search field: press Ctrl+F and Enter to search for it.</source>
        <translation>“{code}” bukan komplain di meja ini. Kodenya ada di kolom cari: tekan Ctrl+F lalu Enter untuk mencarinya.</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>It does not say what is done.</source>
        <translation>Belum disebut apa yang dikerjakan.</translation>
    </message>
    <message>
        <source>It does not say when. Give a day and an hour.</source>
        <translation>Belum disebut kapan. Tulis hari dan jamnya.</translation>
    </message>
    <message>
        <source>It doubts what the customer says.</source>
        <translation>Ini meragukan cerita pelanggan.</translation>
    </message>
    <message>
        <source>It gives no moment to count on.</source>
        <translation>Waktunya belum pasti.</translation>
    </message>
    <message>
        <source>It gives the customer an order.</source>
        <translation>Ini terdengar memerintah pelanggan.</translation>
    </message>
    <message>
        <source>It hides behind a rule.</source>
        <translation>Ini berlindung di balik aturan.</translation>
    </message>
    <message>
        <source>It makes the customer’s matter small.</source>
        <translation>Ini menganggap kecil hal yang disampaikan pelanggan.</translation>
    </message>
    <message>
        <source>It makes the matter sound heavier than it is.</source>
        <translation>Ini membuat keadaannya terdengar lebih berat.</translation>
    </message>
    <message>
        <source>It pushes the matter away.</source>
        <translation>Ini terdengar lepas tangan.</translation>
    </message>
    <message>
        <source>It puts the blame on the customer.</source>
        <translation>Ini menyalahkan pelanggan.</translation>
    </message>
    <message>
        <source>It shuts a door. Say what can be done.</source>
        <translation>Ini menutup pintu. Sebutkan apa yang bisa dilakukan.</translation>
    </message>
    <message>
        <source>It takes back what was said before it.</source>
        <translation>Ini membatalkan kata-kata sebelumnya.</translation>
    </message>
    <message>
        <source>It tells the customer to be quiet and wait.</source>
        <translation>Ini menyuruh pelanggan diam dan menunggu.</translation>
    </message>
    <message>
        <source>The complaint number is missing.</source>
        <translation>Nomor komplain belum ada.</translation>
    </message>
    <message>
        <source>The customer’s name is missing.</source>
        <translation>Nama pelanggan belum ada.</translation>
    </message>
    <message>
        <source>{why} Better: “{better}”.</source>
        <translation>{why} Lebih baik: “{better}”.</translation>
    </message>
</context>
<context>
    <name>workbook</name>
    <message>
        <source>A copy for reading. The complaint desk holds what counts; what is changed here changes nothing there, and cannot be read in again.</source>
        <translation>Salinan untuk dibaca. Yang berlaku ada di meja komplain; yang diubah di sini tidak mengubah apa pun di sana, dan tidak bisa dibaca kembali.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>At fault</source>
        <translation>Kesalahan pada</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Tidak ditepati</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Paling lambat</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Oleh siapa</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Penyebab</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Saluran</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Komplain</translation>
    </message>
    <message>
        <source>Complaints of {company}</source>
        <translation>Komplain {company}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Perpanjangan</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Masukan</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>Ditangani oleh</translation>
    </message>
    <message>
        <source>Head office, {name} ({code})</source>
        <translation>Kantor pusat, {name} ({code})</translation>
    </message>
    <message>
        <source>In time, extended</source>
        <translation>Tepat waktu, diperpanjang</translation>
    </message>
    <message>
        <source>In time?</source>
        <translation>Tepat waktu?</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Ditepati</translation>
    </message>
    <message>
        <source>Kept late</source>
        <translation>Ditepati terlambat</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>Left out: names, telephones, addresses and people&apos;s own words.</source>
        <translation>Tidak disertakan: nama, nomor telepon, alamat, dan ucapan orang.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Names, telephones and words of customers are inside, and the file is not locked. Keep it as carefully as the complaints themselves, and delete it when it is no longer needed.</source>
        <translation>Di dalamnya ada nama, nomor telepon, dan ucapan pelanggan, dan file ini tidak terkunci. Simpan sama hati-hatinya seperti komplainnya sendiri, dan hapus kalau sudah tidak diperlukan.</translation>
    </message>
    <message>
        <source>Nota</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>OFF</source>
        <translation>OFF</translation>
    </message>
    <message>
        <source>ON</source>
        <translation>ON</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Terbuka</translation>
    </message>
    <message>
        <source>Open and late</source>
        <translation>Terbuka dan terlambat</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Data pribadi</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Dijanjikan</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Janji</translation>
    </message>
    <message>
        <source>Promises broken</source>
        <translation>Janji tidak ditepati</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>Janji ditepati</translation>
    </message>
    <message>
        <source>Really happened</source>
        <translation>Terjadi pada</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Penyelesaian</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Dibuka kembali</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>The workbook could not be made in “{folder}”: {reason}. The complaints are safe. Make room on that disk and write the workbook again.</source>
        <translation>Buku kerja Excel tidak bisa dibuat di “{folder}”: {reason}. Komplain tetap aman. Kosongkan sebagian disk itu, lalu tulis lagi buku kerjanya.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zona waktu</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>Yang disampaikan</translation>
    </message>
    <message>
        <source>What this is</source>
        <translation>Apa ini</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Yang dilakukan</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>Within 24 hours</source>
        <translation>Dalam 24 jam</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Ucapan</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>at the latest {value}</source>
        <translation>paling lambat {value}</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>sebelumnya: {value}</translation>
    </message>
    <message>
        <source>branch {value}</source>
        <translation>cabang {value}</translation>
    </message>
    <message>
        <source>by {value}</source>
        <translation>oleh {value}</translation>
    </message>
    <message>
        <source>cause: {value}</source>
        <translation>penyebab: {value}</translation>
    </message>
    <message>
        <source>complaint {value}</source>
        <translation>komplain {value}</translation>
    </message>
    <message>
        <source>copy {value}</source>
        <translation>salinan {value}</translation>
    </message>
    <message>
        <source>customer relations officer</source>
        <translation>petugas hubungan pelanggan</translation>
    </message>
    <message>
        <source>ease {value} of 5</source>
        <translation>kemudahan {value} dari 5</translation>
    </message>
    <message>
        <source>field {value}</source>
        <translation>kolom {value}</translation>
    </message>
    <message>
        <source>file {value}</source>
        <translation>file {value}</translation>
    </message>
    <message>
        <source>head office</source>
        <translation>kantor pusat</translation>
    </message>
    <message>
        <source>no nota</source>
        <translation>tanpa nota</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>tidak tersambung</translation>
    </message>
    <message>
        <source>paper {value}</source>
        <translation>kertas {value}</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>tersambung</translation>
    </message>
    <message>
        <source>remedy: {value}</source>
        <translation>penyelesaian: {value}</translation>
    </message>
    <message>
        <source>score {value} of 5</source>
        <translation>nilai {value} dari 5</translation>
    </message>
    <message>
        <source>to {value}</source>
        <translation>kepada {value}</translation>
    </message>
    <message>
        <source>until {value}</source>
        <translation>sampai {value}</translation>
    </message>
    <message>
        <source>{name} ({code})</source>
        <translation>{name} ({code})</translation>
    </message>
    <message>
        <source>… [cut: Excel shows no more]</source>
        <translation>… [dipotong: Excel tidak menampilkan lebih]</translation>
    </message>
</context>
<context>
    <name>worksheet</name>
    <message>
        <source>Answer promised by</source>
        <translation>Janji kabar paling lambat</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>Yang diminta</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Penyebab</translation>
    </message>
    <message>
        <source>Condition when taken in</source>
        <translation>Kondisi saat diterima</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Tanggal dan jam</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>Not to be used or handed out before it is checked.</source>
        <translation>Tidak boleh dipakai atau diserahkan sebelum diperiksa.</translation>
    </message>
    <message>
        <source>Nota {nota}</source>
        <translation>Nota {nota}</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Suku cadang</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>No. suku cadang</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Penyelesaian</translation>
    </message>
    <message>
        <source>SAFETY</source>
        <translation>KESELAMATAN</translation>
    </message>
    <message>
        <source>Serial number {serial}</source>
        <translation>No. seri {serial}</translation>
    </message>
    <message>
        <source>Taken in with it</source>
        <translation>Diterima bersama barang</translation>
    </message>
    <message>
        <source>Technician: name and signature</source>
        <translation>Mekanik: nama dan tanda tangan</translation>
    </message>
    <message>
        <source>Technician’s sheet</source>
        <translation>Lembar kerja mekanik</translation>
    </message>
    <message>
        <source>What the customer says is wrong</source>
        <translation>Keluhan menurut pelanggan</translation>
    </message>
    <message>
        <source>What the technician finds</source>
        <translation>Temuan mekanik</translation>
    </message>
</context>
</TS>
