package org.quanlian.vouchers.registry;

import java.util.Objects;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.ShortText;

/**
 * The approval of a platform (科技创新平台批准文件), notice 四（一）.
 *
 * @param platform name of the platform that was approved
 * @param document number of the document, for example {@code 示科发〔2024〕1号}
 * @param issuer who issued it
 * @param level level of government of the issuer
 */
public record PlatformApproval(String platform, String document, String issuer, ProviderLevel level) {
    /** @throws org.quanlian.model.InvalidValueException {@code text.*} */
    public PlatformApproval {
        ShortText.require(platform);
        ShortText.require(document);
        ShortText.require(issuer);
        Objects.requireNonNull(level, "level");
    }
}
