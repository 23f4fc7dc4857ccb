/** Runs mail and reminders in the background. */
package org.quanlian.mail.internal.osgi;
