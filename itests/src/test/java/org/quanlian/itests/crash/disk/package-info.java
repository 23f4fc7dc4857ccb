/**
 * A disk that fails on command: an agent in the node's virtual machine that comes between Java's files and the operating
 * system, for files of the data directory alone.
 */
package org.quanlian.itests.crash.disk;
