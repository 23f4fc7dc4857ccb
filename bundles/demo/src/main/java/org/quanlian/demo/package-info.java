/** A fictitious voucher year, made from a seed. */
package org.quanlian.demo;
