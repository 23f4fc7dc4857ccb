package org.quanlian.vouchers.documents;

import java.util.Arrays;
import java.util.Optional;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.ServiceMaterial;

/** What a document is for (材料类型), and whether it shows a person. */
public enum DocumentPurpose {
    /** 服务合同 */
    CONTRACT(false),
    /** 发票 */
    INVOICE(false),
    /** 资金支付凭证 */
    PAYMENT_PROOF(false),
    /** 服务结果报告 */
    SERVICE_RESULT(false),
    /** 资格证明 */
    QUALIFICATION_PROOF(false),
    /** 无关联关系承诺书 */
    NON_AFFILIATION_COMMITMENT(false),
    /** 营业执照副本 */
    BUSINESS_LICENCE(false),
    /** 法定代表人身份证 */
    LEGAL_REPRESENTATIVE_ID(true),
    /** 兑现申请表 */
    APPLICATION_FORM(false),
    /** 事业单位法人证书 */
    INSTITUTION_CERTIFICATE(false),
    /** 市级以上科技创新平台批准文件 */
    PLATFORM_APPROVAL(false),
    /** 其他 */
    OTHER(false);

    private final boolean personal;

    DocumentPurpose(boolean personal) {
        this.personal = personal;
    }

    /** Whether it shows a person: kept encrypted, seen by fewer, and each view is written down. */
    public boolean isPersonal() {
        return personal;
    }

    /** The purpose of a paper that stands with a service. */
    public static DocumentPurpose of(ServiceMaterial material) {
        return valueOf(material.name());
    }

    /** The purpose of a paper that stands with a claim. */
    public static DocumentPurpose of(ClaimMaterial material) {
        return valueOf(material.name());
    }

    /** The purpose of that name, if it is one. */
    public static Optional<DocumentPurpose> named(String name) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.name().equals(name))
                .findFirst();
    }
}
