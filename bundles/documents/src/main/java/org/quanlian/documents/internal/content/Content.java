package org.quanlian.documents.internal.content;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What stands on a paper, whatever it is printed as.
 *
 * @param title its title
 * @param subtitle what stands below the title
 * @param reference what it is about, as people know it; on every page
 * @param watermark what stands across every page
 * @param landscape whether its pages lie
 * @param at the instant of what it tells, which its file bears; never the time of printing
 * @param blocks its parts, in order
 */
public record Content(
        String title,
        String subtitle,
        String reference,
        String watermark,
        boolean landscape,
        Instant at,
        List<Block> blocks) {
    public Content {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(watermark, "watermark");
        Objects.requireNonNull(at, "at");
        blocks = List.copyOf(blocks);
    }
}
