package org.quanlian.demo;

import java.time.Clock;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.Passwords;
import org.quanlian.vouchers.documents.ContentStore;

/**
 * The node that is filled.
 *
 * @param store what it keeps
 * @param clock its time
 * @param policies its policies
 * @param assessments decides claims
 * @param contents what is in its documents
 * @param passwords hashes passwords
 */
public record DemoNode(
        Store store,
        Clock clock,
        PolicyRegistry policies,
        AssessmentService assessments,
        ContentStore contents,
        Passwords passwords) {}
