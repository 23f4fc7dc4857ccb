/** The command of the console that makes it. */
package org.quanlian.demo.internal.console;
