/** The command line without a container. */
package org.quanlian.cli;
