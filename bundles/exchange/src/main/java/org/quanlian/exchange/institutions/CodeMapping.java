package org.quanlian.exchange.institutions;

import java.util.Arrays;
import java.util.Optional;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;

/**
 * What a partner's codes mean here (代码对照). What nobody told the meaning of, stays unknown.
 */
public interface CodeMapping {
    /** A partner that uses this node's own codes, as partners that run this software do. */
    CodeMapping SAME = new CodeMapping() {
        @Override
        public Optional<ProviderKind> kind(String code) {
            return named(ProviderKind.values(), code);
        }

        @Override
        public Optional<ProviderLevel> level(String code) {
            return named(ProviderLevel.values(), code);
        }
    };

    /** The kind of provider that a code means. */
    Optional<ProviderKind> kind(String code);

    /** The level of government that a code means. */
    Optional<ProviderLevel> level(String code);

    private static <E extends Enum<E>> Optional<E> named(E[] all, String code) {
        return Arrays.stream(all).filter(each -> each.name().equals(code)).findFirst();
    }
}
