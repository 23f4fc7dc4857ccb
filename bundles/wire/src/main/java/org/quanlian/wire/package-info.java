/** The JSON of claims, decisions, policies and problems: UTF-8, money as decimal strings, dates and instants as text. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.wire;
