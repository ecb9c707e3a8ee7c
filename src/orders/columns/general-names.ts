import type { HeaderTable } from "./header-index";

/**
 * What teams call their columns, in English and Indonesian. `region`, `amount`, statuses, user names and billing columns are left out on
 * purpose: they look like a field and are something else. Other languages and platforms are in `header-tables.json`.
 */
export const generalNames: HeaderTable = {
  orderRef:
    "order reference;order ref no;order no;order nr;order num;order;ref;ref no;reference;reference no;order code;order id;order number;sales order;so number;po number;invoice;invoice no;invoice number;no pesanan;nomor pesanan;kode pesanan;id pesanan;no order;nomor order;kode order;no invoice;nomor invoice;no faktur;no transaksi;nomor transaksi;kode transaksi;id transaksi;transaction id;order #;nomor po;no po",
  variantId: "variant;product variant id;product variant;id varian",
  sku: "sku code;sku no;seller sku;merchant sku;product sku;item sku;kode sku;nomor sku;sku produk;kode barang;kode produk;kode item;item code;item no;item number;product code;product no;article number;article no;part number;stock code;variation sku;variant sku;sku variasi;sku varian;sku penjual;sku toko;sku barang;kode produk yang dipesan;kode barang yang dipesan",
  product:
    "product name;item;item name;items;article;articles;products;nama produk;nama barang;produk;barang;judul produk;nama item;nama artikel;produk yang dipesan;barang yang dipesan;pilih produk;pilih barang;pilihan produk;produk pilihan;pesan apa;mau pesan apa;choose product;select product;product choice;barang pesanan;daftar pesanan;daftar barang;isi pesanan;isi order;isi orderan;isi paket;barang dan jumlah;items and quantities;nama barang dan jumlah;nama barang jumlah",
  quantity:
    "qty;jlh;qnty;order quantity;quantity ordered;pcs;units;jumlah;jml;kuantitas;kuantiti;banyaknya;banyak;jumlah barang;jumlah pesanan;qty order;count;jumlah item;jumlah produk;jumlah beli;jumlah pcs;jumlah dipesan;kuantitas barang;qty pcs;berapa pcs;berapa buah;berapa banyak;jumlah berapa;pesan berapa;mau berapa;how many;how many pcs",
  fullName:
    "customer name;customer;name;client;client name;buyer name;buyer;contact name;contact person;nama;nama lengkap;nama pelanggan;nama customer;nama pembeli;nama pemesan;pelanggan;pembeli",
  shipFullName:
    "recipient name;recipient;receiver;receiver name;ship to;ship to name;shipping name;delivery name;consignee;nama penerima;penerima;penerima paket;nama penerima paket;atas nama;nama lengkap penerima",
  firstName: "given name;forename;first;nama depan",
  lastName: "surname;family name;last;nama belakang;nama keluarga",
  shipFirstName: "shipping first name;delivery first name;recipient first name;nama depan penerima",
  shipLastName: "shipping last name;delivery last name;recipient last name;nama belakang penerima",
  phone:
    "phone no;phone number;phone #;telephone;telephone number;tel;tel no;mobile;mobile no;mobile number;mobile phone;cell;cell phone;contact number;contact no;customer phone;whatsapp;whatsapp number;wa;no wa;nomor wa;no whatsapp;hp;no hp;nomor hp;no handphone;handphone;no telp;no tlp;no telepon;nomor telepon;nomor telp;telepon;telp;no tel;nombor telefon;no telpon;telpon;nomor telpon;nomor handphone;no wa hp;no hp wa;kontak;no kontak;nomor whatsapp;nomor whatsapp aktif;no whatsapp aktif;no hp aktif;nomor hp aktif;no wa aktif;nomor wa aktif;buyer phone;buyer phone number;no hp pembeli;no telp pembeli;nomor telepon pembeli;hp pembeli;telepon pembeli;no hp pelanggan;hp pelanggan;telepon pelanggan",
  shipPhone:
    "recipient phone;recipient number;recipient phone number;receiver phone;receiver phone number;shipping phone;shipping phone number;delivery phone;ship to phone;no telp penerima;no telepon penerima;no hp penerima;telepon penerima;nomor hp penerima;telp penerima;nomor telepon penerima;nomor telp penerima;no wa penerima;hp penerima;nomor penerima;telp hp penerima;no telepon hp penerima",
  email:
    "email address;mail;customer email;buyer email;contact email;alamat email;surel;recipient email;email penerima;email pembeli;email pelanggan",
  address1:
    "address;street;street address;address line 1;delivery address;shipping address;recipient address;customer address;full address;ship to address;alamat;alamat lengkap;alamat lengkap penerima;alamat pengiriman;alamat penerima;alamat kirim;jalan;alamat tujuan;alamat rumah;alamat pelanggan;alamat customer;alamat pembeli;shipping address 1;delivery address 1;shipping address line 1;alamat pengiriman lengkap",
  address2:
    "address line 2;apartment;suite;street 2;kelurahan;desa;desa kelurahan;kelurahan desa;kel;subdistrict;hausnummer;hausnr;house number;house no;no rumah;nomor rumah;recipient address 2;shipping address 2;delivery address 2;shipping address line 2;kelurahan penerima;adresszusatz",
  address3:
    "address line 3;kecamatan;kec;district;kelurahan;desa;desa kelurahan;kelurahan desa;kecamatan penerima;kecamatan tujuan;recipient address 3;shipping address 3;delivery address 3",
  city: "town;suburb;city town;shipping city;delivery city;kota;kabupaten;kota kabupaten;kab kota;kota kab;kota tujuan;kota penerima;kabupaten kota;kota kec;recipient city;ship to city;receiver city;destination city;kota kabupaten penerima;kabupaten penerima;kota pengiriman;kota pelanggan;customer city",
  province:
    "state;state province;province state;shipping province;shipping state;shipping state province;delivery state;county;provinsi;propinsi;negeri;provinsi tujuan;provinsi penerima;prov;recipient region;recipient state;recipient province;ship to state;delivery province;provinsi pengiriman",
  country:
    "country code;country name;shipping country;negara;recipient country;delivery country;ship to country;negara tujuan;negara penerima",
  zip: "zip code;zip postal code;postcode;post code;postal code;postal;shipping zip;shipping postcode;kode pos;kodepos;poskod;kode pos penerima;kode pos tujuan;pos code;zipcode;recipient postal code;recipient zip;recipient postcode;delivery postcode;delivery postal code;delivery zip;shipping postal code;ship to zip;kode pos pengiriman",
  notes:
    "note;comment;comments;remark;remarks;order notes;order note;customer note;buyer note;instructions;delivery instructions;special instructions;catatan;catatan pembeli;catatan pesanan;keterangan;ket;catatan pengiriman;catatan tambahan;pesan pembeli;note pembeli;order comment;instruksi;instruksi khusus;instruksi pengiriman;special instruction;delivery note;delivery notes;shipping notes;catatan untuk penjual",
  tags: "tag;label;labels",
};

/** What a column is called that holds the whole order in one cell, if nothing better is called the product. */
export const lastNames: HeaderTable = { product: "pesanan;orderan" };
