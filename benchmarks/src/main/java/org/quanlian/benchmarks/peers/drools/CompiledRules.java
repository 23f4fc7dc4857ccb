package org.quanlian.benchmarks.peers.drools;

import java.util.List;
import org.drools.ancompiler.KieBaseUpdaterANC;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.conf.KieBaseMutabilityOption;

/** The rules of the DRL files beside this class, as fast as Drools makes them. */
public final class CompiledRules {
    private static final List<String> FILES = List.of("applicant.drl", "claim.drl", "service.drl", "provider.drl");

    private final KieBase rules;

    private CompiledRules(KieBase rules) {
        this.rules = rules;
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
        return new CompiledRules(rules);
    }

    KieBase base() {
        return rules;
    }
}
