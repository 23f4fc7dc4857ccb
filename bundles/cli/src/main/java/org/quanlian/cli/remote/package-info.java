/** The console of a running node, from outside. */
package org.quanlian.cli.remote;
