/** The parameter file of a policy pack: values by start date, each with its unit, its clause and how sure we are. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.policy.api.parameters;
