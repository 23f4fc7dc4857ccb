package org.quanlian.exchange.message;

import java.util.Arrays;
import java.util.Optional;

/** What kind of thing a message tells (数据类别). A partner is allowed each class, in each direction, by itself. */
public enum DataClass {
    /** Institutions and their service items (机构与服务项目). */
    INSTITUTIONS("institutions"),
    /** Credit facts and suspensions (信用与停止支持). */
    CREDIT("credit"),
    /** Keyed fingerprints of invoices (发票指纹查重). */
    DUPLICATES("duplicates"),
    /** Settlement statements for services across provinces (结算单). */
    SETTLEMENT("settlement"),
    /** Terms of an agreement (协议条款). */
    AGREEMENT("agreement");

    private final String code;

    DataClass(String code) {
        this.code = code;
    }

    /** How it is written in types of messages and in descriptors of partners. */
    public String code() {
        return code;
    }

    /** The class that is written so. */
    public static Optional<DataClass> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
