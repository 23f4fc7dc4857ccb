package org.quanlian.cli.console;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.quanlian.cli.PolicyName;
import org.quanlian.cli.UsageException;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.engine.PackInstaller;
import org.quanlian.policy.engine.PackRefusedException;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.vouchers.Store;

/** {@code quanlian:policy-remove PROVINCE/YEAR[/VERSION]}: takes a policy version off this node, or all of a year. */
@Service
@Command(
        scope = "quanlian",
        name = "policy-remove",
        description = "移除政策版本；不写版本则移除该年度全部版本 Remove a policy version, or without a version all of that year")
public final class PolicyRemoveCommand implements Action {
    @Argument(
            index = 0,
            name = "PROVINCE/YEAR[/VERSION]",
            required = true,
            description = "例如 140000/2025/1.0.0 For example 140000/2025/1.0.0")
    @Completion(PolicyCompleter.class)
    String policy;

    @Reference
    PackInstaller installer;

    @Reference
    PolicyRegistry registry;

    @Reference(optional = true)
    Store store;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        try {
            PolicyName name = PolicyName.parse(policy);
            List<PolicyKey> keys = registry.versions().stream()
                    .map(version -> version.descriptor().key())
                    .filter(name::fits)
                    .toList();
            if (keys.isEmpty()) {
                throw Refusals.of(ConsoleTexts.lines("policy.missing", name));
            }
            for (PolicyKey key : keys) {
                installer.remove(key);
                Deeds.written(Optional.ofNullable(store), "quanlian:policy-remove", key.toString());
                session.getConsole().println(ConsoleTexts.lines("remove.done", key));
            }
            return null;
        } catch (UsageException e) {
            throw Refusals.of(e.text());
        } catch (PolicyNotFoundException e) {
            // Somebody else was faster.
            throw Refusals.of(ConsoleTexts.lines("policy.missing", policy));
        } catch (PackRefusedException e) {
            throw Refusals.of(ConsoleTexts.lines("remove.refused", policy), e.text());
        }
    }
}
