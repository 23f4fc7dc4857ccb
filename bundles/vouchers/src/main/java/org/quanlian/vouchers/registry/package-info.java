/** Who takes part (单位注册) and what is offered: enterprises, teams, providers, service items, lists. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.vouchers.registry;
