/** What lies in the built distribution. */
package org.quanlian.itests.assembly;
