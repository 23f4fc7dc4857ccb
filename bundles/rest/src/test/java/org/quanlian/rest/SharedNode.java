package org.quanlian.rest;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.quanlian.policy.engine.StandaloneEngine;

/** Gives tests one running node with the real engine and Shanxi 2025, started once and stopped after the last test. */
final class SharedNode implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningNode.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class)
                .node;
    }

    /** Closed by JUnit with its store. */
    private static final class Started implements AutoCloseable {
        private final RunningNode node;

        Started() {
            StandaloneEngine engine = Engines.shanxi();
            node = new RunningNode(engine, engine);
        }

        @Override
        public void close() {
            node.close();
        }
    }
}
