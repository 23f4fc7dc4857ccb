/** What goes out (发送): messages that are born with what they tell, and are sent until they are received. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.exchange.outbound;
