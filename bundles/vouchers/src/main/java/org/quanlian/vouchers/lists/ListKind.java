package org.quanlian.vouchers.lists;

import java.util.Optional;
import org.quanlian.model.QualificationType;

/** What a list is about. */
public enum ListKind {
    /** Who is discredited (“信用中国”失信主体名单). There is one such list: no series. */
    CREDIT,
    /** Who is suspended from vouchers elsewhere or since before this system (暂停支持名单); ours are kept by ourselves. */
    SUSPENSION,
    /** Providers on the sharing-network platform (资源开放共享网络管理服务平台). There is one such list: no series. */
    SHARING_PLATFORM,
    /** Share-holdings, posts and subordination (持股与任职). */
    RELATIONS,
    /** 科技型中小企业 */
    TECH_SME,
    /** 创新型中小企业 */
    INNOVATIVE_SME,
    /** 国家高新技术企业 */
    HIGH_TECH,
    /** 专精特新中小企业 */
    SPECIALISED_SME,
    /** 省级以上科技企业孵化器入驻 */
    INCUBATOR_TENANT,
    /** 省级以上众创空间入驻 */
    MAKERSPACE_TENANT,
    /** 省级以上大学科技园入驻 */
    UNIVERSITY_PARK_TENANT,
    /** 晋创谷入驻 */
    JINCHUANGGU_TENANT;

    /** The list of those who have a qualification. */
    public static ListKind of(QualificationType type) {
        return valueOf(type.name());
    }

    /** The qualification that those on the list have; none for other lists. */
    public Optional<QualificationType> qualification() {
        return switch (this) {
            case CREDIT, SUSPENSION, SHARING_PLATFORM, RELATIONS -> Optional.empty();
            default -> Optional.of(QualificationType.valueOf(name()));
        };
    }

    /**
     * Whether there may be several lists side by side, one a series: batches of a year, provinces, tenants of one house.
     * Where there is one list only, who is not on it is known not to be.
     */
    public boolean hasSeries() {
        return this != CREDIT && this != SHARING_PLATFORM;
    }
}
