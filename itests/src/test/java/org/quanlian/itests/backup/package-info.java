/** Backups of a running node of the real distribution, and what is brought back from them elsewhere. */
package org.quanlian.itests.backup;
