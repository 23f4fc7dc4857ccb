package org.quanlian.policies.shanxi2025;

import org.quanlian.model.Claim;

/** A claim with all that the rules about it as a whole look at. */
record ClaimCase(Claim claim, Applicants.Standing standing, Grants grants, Terms terms) {}
