/** Services bought with a voucher, from the order to the bound voucher (创新服务与创新券绑定). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.orders;
