package org.quanlian.cli.console;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;

/** Completes the names of the policies on this node: each programme year, and each of its versions. */
@Service
public final class PolicyCompleter implements Completer {
    @Reference
    PolicyRegistry registry;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> names = new ArrayList<>();
        for (PolicyVersion version : registry.versions()) {
            PolicyKey key = version.descriptor().key();
            names.add(key.province() + "/" + key.year());
            names.add(key.toString());
        }
        return new StringsCompleter(names).complete(session, commandLine, candidates);
    }
}
