package org.quanlian.benchmarks.peers.drools;

import java.util.List;
import java.util.function.Supplier;
import org.drools.ancompiler.KieBaseUpdaterANC;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.ThreadSafeOption;

/**
 * The rules of the DRL files beside this class, as fast as Drools makes them; not for two threads at once.
 *
 * <p>Every session on them comes from here, because all must be of one thread safety. At its first firing a rule keeps,
 * for all sessions, the array that its consequence takes its facts from, but only if that first session is for one thread.
 * When it was for many, the rule fails in every later session for one: "facts is null".
 */
public final class CompiledRules {
    private static final List<String> FILES = List.of("applicant.drl", "claim.drl", "service.drl", "provider.drl");

    private final KieBase rules;
    private final KieSessionConfiguration oneThread;

    private CompiledRules(KieBase rules, KieSessionConfiguration oneThread) {
        this.rules = rules;
        this.oneThread = oneThread;
    }

    /** The rules as an executable model that nobody changes, with a compiled alpha network. */
    public static CompiledRules read() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        for (String file : FILES) {
            files.write(services.getResources()
                    .newClassPathResource(file, CompiledRules.class)
                    .setSourcePath("src/main/resources/" + file));
        }
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        KieBaseConfiguration configuration = services.newKieBaseConfiguration();
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        KieBase rules =
                services.newKieContainer(builder.getKieModule().getReleaseId()).newKieBase(configuration);
        KieBaseUpdaterANC.generateAndSetInMemoryANC(rules);
        KieSessionConfiguration oneThread = services.newKieSessionConfiguration();
        oneThread.setOption(ThreadSafeOption.NO);
        return new CompiledRules(rules, oneThread);
    }

    /** A new session. */
    KieSession session() {
        return rules.newKieSession(oneThread, null);
    }

    /** Gives sessions out of a pool of Drools' own, to which they return when they are disposed of. */
    Supplier<KieSession> pool() {
        KieSessionsPool pool = rules.newKieSessionsPool(1);
        return () -> pool.newKieSession(oneThread);
    }
}
