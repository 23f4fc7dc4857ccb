/** Shanxi 2025: parameters and rules of the notice 晋科函〔2025〕11号. Nobody imports this package. */
package org.quanlian.policies.shanxi2025;
