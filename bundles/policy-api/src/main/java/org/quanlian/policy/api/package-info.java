/**
 * What a policy pack is: one province's one year, as dated parameters and rules that each cite a clause, which together
 * turn facts into a decision with its reasons.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.policy.api;
