import type { HeaderTable } from "./platforms";

/**
 * What teams call their columns, in English and Indonesian first, then in some other languages. `region` and `state` of an
 * order, statuses, user names and billing columns are left out on purpose: they look like a field and are something else.
 */
export const generalNames: HeaderTable = {
  orderRef:
    "order reference;order no;order nr;order num;order;ref;ref no;reference;reference no;order code;order id;order number;sales order;so number;po number;invoice;invoice no;invoice number;no pesanan;nomor pesanan;kode pesanan;id pesanan;no order;nomor order;kode order;no invoice;nomor invoice;no faktur;주문번호;订单号;訂單編號;注文番号;bestellnummer;bestellnr;auftragsnummer;número de pedido;pedido;numéro de commande;commande",
  customerId: "customer no;customer number",
  variantId: "variant;product variant id;product variant;id varian",
  sku: "sku code;sku no;seller sku;merchant sku;product sku;item sku;kode sku;nomor sku;sku produk;kode barang;kode produk;kode item;item code;item no;item number;product code;product no;article number;article no;part number;stock code;상품코드;商品编码;商品コード;artikelnummer;artikelnr;código;référence",
  product:
    "product name;item;item name;items;article;articles;products;nama produk;nama barang;produk;barang;상품명;商品名;商品名称;商品;artikel;produkt;producto;produit",
  quantity:
    "qty;order quantity;quantity ordered;pcs;units;jumlah;jml;kuantitas;kuantiti;banyaknya;jumlah barang;jumlah pesanan;qty order;count;amount;수량;数量;數量;menge;anzahl;stückzahl;cantidad;quantité;quantidade;aantal",
  fullName:
    "customer name;customer;name;client;client name;buyer name;buyer;contact name;contact person;nama;nama lengkap;nama pelanggan;nama customer;nama pembeli;nama pemesan;pelanggan;pembeli;이름;주문자;구매자;姓名;客户;氏名;お名前;kunde;nombre completo;nombre y apellidos;nom complet;cliente",
  shipFullName:
    "recipient name;recipient;receiver;receiver name;ship to;ship to name;shipping name;delivery name;consignee;nama penerima;penerima;수취인;수령인;받는분;받는사람;收件人;收货人;收貨人;empfänger;destinatario;destinataire",
  firstName: "given name;forename;first;nama depan;vorname;nombre;prénom;名",
  lastName:
    "surname;family name;last;nama belakang;nama keluarga;nachname;apellido;apellidos;nom de famille;姓",
  shipFirstName: "shipping first name;delivery first name;recipient first name;nama depan penerima",
  shipLastName: "shipping last name;delivery last name;recipient last name;nama belakang penerima",
  phone:
    "phone no;phone number;phone #;telephone;telephone number;tel;tel no;mobile;mobile no;mobile number;mobile phone;cell;cell phone;contact number;contact no;customer phone;whatsapp;whatsapp number;wa;no wa;nomor wa;no whatsapp;hp;no hp;nomor hp;no handphone;handphone;no telp;no tlp;no telepon;nomor telepon;nomor telp;telepon;telp;no tel;nombor telefon;전화번호;연락처;휴대폰;电话;手机;電話番号;電話;telefon;telefonnummer;handy;teléfono;téléphone;telefone;celular",
  shipPhone:
    "recipient phone;recipient number;recipient phone number;receiver phone;receiver phone number;shipping phone;shipping phone number;delivery phone;ship to phone;no telp penerima;no telepon penerima;no hp penerima;telepon penerima;nomor hp penerima;수취인연락처",
  email:
    "email address;mail;customer email;buyer email;contact email;alamat email;surel;이메일;邮箱;メールアドレス;correo;correo electrónico;courriel",
  address1:
    "address;street;street address;address line 1;delivery address;shipping address;recipient address;customer address;full address;ship to address;alamat;alamat lengkap;alamat pengiriman;alamat penerima;alamat kirim;jalan;주소;地址;收货地址;住所;adresse;straße;strasse;anschrift;dirección;endereço",
  address2: "address line 2;apartment;suite;unit;street 2;kecamatan;kelurahan;district;subdistrict;상세주소",
  city: "town;city town;shipping city;delivery city;kota;kabupaten;kota kabupaten;kab kota;kota kab;도시;城市;市区町村;ort;stadt;ciudad;ville;cidade",
  province:
    "state;state province;province state;shipping province;shipping state;delivery state;county;provinsi;propinsi;negeri;省;省份;都道府県;시도;bundesland;provincia;estado",
  country: "country code;country name;shipping country;negara;국가;国家;国;land;país;pays",
  zip: "zip code;zip postal code;postcode;post code;postal code;postal;shipping zip;shipping postcode;kode pos;kodepos;poskod;우편번호;邮编;邮政编码;郵便番号;plz;postleitzahl;código postal;code postal;cep",
  notes:
    "note;comment;comments;remark;remarks;order notes;order note;customer note;buyer note;instructions;delivery instructions;special instructions;catatan;catatan pembeli;catatan pesanan;keterangan;배송메모;메모;备注;備考;bemerkung;bemerkungen;notas;observaciones;remarques",
  tags: "tag;label;labels",
};
