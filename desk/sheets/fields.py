"""What a line of a sales list can say, and how shops and programs head those columns."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desk.words import Text, say

FIELDS: Mapping[str, Text] = MappingProxyType(
    {
        "nota": say("sales", "Nota"),
        "line": say("sales", "Line"),
        "sold_on": say("sales", "Date of sale"),
        "customer": say("sales", "Customer"),
        "phone": say("sales", "Phone"),
        "email": say("sales", "E-mail"),
        "product": say("sales", "Product"),
        "serial": say("sales", "Serial or frame number"),
        "quantity": say("sales", "Quantity"),
        "price": say("sales", "Price"),
        "branch": say("sales", "Branch"),
        "salesperson": say("sales", "Salesperson"),
    }
)
"""Each field of a sale with its name for people, in the order in which a dialog shows them."""

HEADED: Mapping[str, str] = MappingProxyType(
    {
        "nota": (
            "nota nonota nomornota notano notanumber faktur nofaktur nomorfaktur fakturno invoice "
            "invoiceno invoicenumber invoiceid noinvoice nomorinvoice struk nostruk nomorstruk bon "
            "nobon nomorbon kwitansi nokwitansi nomorkwitansi receipt receiptno receiptnumber "
            "salesordernumber salesorderid ordernumber orderno orderid order nopesanan "
            "nomorpesanan notransaksi nomortransaksi kodetransaksi idtransaksi transactionid "
            "transactionno transactionnumber billno nobill nopenjualan nomorpenjualan"
        ),
        "line": (
            "line lineno linenumber lineitem salesorderlinenumber orderline baris nobaris "
            "nomorbaris"
        ),
        "sold_on": (
            "soldon orderdate tanggal tgl date saledate salesdate dateofsale invoicedate "
            "transactiondate tanggalnota tglnota tanggalfaktur tglfaktur tanggaljual tgljual "
            "tanggalpenjualan tglpenjualan tanggaltransaksi tgltransaksi tanggalbeli tglbeli "
            "tanggalpembelian tglpembelian tanggalorder tglorder tanggalpesanan waktu "
            "waktutransaksi"
        ),
        "customer": (
            "customername customer namapelanggan pelanggan namapembeli pembeli namacustomer "
            "namakonsumen konsumen buyer buyername client namalengkap fullname nama name"
        ),
        "phone": (
            "phone phonenumber telp telepon telpon notelp notelepon notelpon nomortelp "
            "nomortelepon tlp notlp telephone tel hp nohp nomorhp handphone nohandphone ponsel "
            "noponsel mobile mobilephone wa nowa nomorwa whatsapp nowhatsapp hpwa nohpwa telphp "
            "notelphp kontak contact"
        ),
        "email": ("email emailaddress alamatemail emailpelanggan emailpembeli customeremail"),
        "product": (
            "product produk barang namabarang namaproduk item namaitem itemname productname "
            "deskripsibarang deskripsi description tipe model"
        ),
        "serial": (
            "serial serialnumber serialno sn norangka nomorrangka rangka noseri nomorseri "
            "framenumber frameno frame chassis imei noimei serialorframenumber"
        ),
        "quantity": (
            "quantity qty orderqty quantityordered kuantitas jumlah jml jumlahbarang jmlbarang "
            "banyak banyaknya pcs unit"
        ),
        "price": ("price unitprice harga hargasatuan hargajual hargaunit sellingprice listprice"),
        "branch": (
            "branch branchname cabang namacabang kodecabang store storename outlet gerai toko "
            "namatoko kodetoko lokasi"
        ),
        "salesperson": (
            "salesperson salesman kasir namakasir cashier sales namasales penjual namapenjual "
            "pramuniaga pelayan petugas soldby"
        ),
    }
)
"""For each field the headings it is known by, the surest first, as bare letters and digits."""
