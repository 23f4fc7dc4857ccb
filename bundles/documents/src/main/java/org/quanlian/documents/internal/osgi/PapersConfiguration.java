package org.quanlian.documents.internal.osgi;

/** How papers are printed, PID {@code org.quanlian.papers}. */
@interface PapersConfiguration {
    /** Where people reach this node, for example https://voucher.kjt.example/; empty when papers shall name no address. */
    String publicUrl() default "";
}
