package org.quanlian.exchange;

import java.util.Objects;
import org.quanlian.policy.api.LocalizedText;

/**
 * Why something that came from another province is not taken (拒收理由).
 *
 * @param code stable code, for example {@code message.expired}
 * @param text the reason and what to do, in both languages; it says nothing that the sender may not know
 * @param lasting whether the same bytes will be refused for ever; otherwise the sender may send them again later
 */
public record Refusal(String code, LocalizedText text, boolean lasting) {
    public Refusal {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }
}
