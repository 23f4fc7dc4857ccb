package org.quanlian.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The provider of a service (服务机构) with the facts that rules ask about.
 *
 * @param uscc its unified social credit code; no rule asks for it
 * @param name name as registered; no rule asks for it
 * @param kind what it is (类型)
 * @param level which level of government recognised it (认定级别)
 * @param area area of registration (注册地)
 * @param onSharingPlatform whether registered on the sharing-network platform (资源开放共享网络管理服务平台)
 * @param inVoucherSystem whether registered in the voucher system (创新券管理系统)
 * @param discredited whether listed by Credit China (失信主体)
 * @param affiliated whether it and the applicant belong to or control each other (关联关系)
 */
public record Provider(
        Optional<UnifiedSocialCreditCode> uscc,
        Optional<String> name,
        Fact<ProviderKind> kind,
        Fact<ProviderLevel> level,
        Fact<Area> area,
        Fact<Boolean> onSharingPlatform,
        Fact<Boolean> inVoucherSystem,
        Fact<Boolean> discredited,
        Fact<Boolean> affiliated) {
    /** A provider about which nothing is told. */
    public static final Provider UNKNOWN = new Provider(
            Optional.empty(),
            Optional.empty(),
            Fact.missing(),
            Fact.missing(),
            Fact.missing(),
            Fact.missing(),
            Fact.missing(),
            Fact.missing(),
            Fact.missing());

    /** @throws InvalidValueException {@code text.*} for a name that is no short text */
    public Provider {
        Objects.requireNonNull(uscc, "uscc");
        name.ifPresent(ShortText::require);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(onSharingPlatform, "onSharingPlatform");
        Objects.requireNonNull(inVoucherSystem, "inVoucherSystem");
        Objects.requireNonNull(discredited, "discredited");
        Objects.requireNonNull(affiliated, "affiliated");
    }
}
