package org.quanlian.cli.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.quanlian.policy.engine.PolicyRegistry;

/** {@code quanlian:policies}: the policy versions on this node. */
@Service
@Command(scope = "quanlian", name = "policies", description = "列出本节点的政策版本 List the policy versions on this node")
public final class PoliciesCommand implements Action {
    @Reference
    PolicyRegistry registry;

    @Reference
    Session session;

    @Override
    public Object execute() {
        session.getConsole().print(PolicyTable.of(registry));
        return null;
    }
}
