/** What the launcher does around a node and can't do in a shell: its files, its ports, its readiness. */
package org.quanlian.cli.node;
