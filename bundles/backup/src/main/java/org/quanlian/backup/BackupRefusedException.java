package org.quanlian.backup;

import java.util.List;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;

/** A backup is not made, or not restored; the text names what is wrong and what to do. Nothing was changed. */
public final class BackupRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final MessageCatalog TEXTS = MessageCatalog.beside(BackupRefusedException.class);

    private final String code;
    private final transient LocalizedText text;

    /**
     * @param code what is wrong; its text stands in the messages of this package
     * @param arguments of the text; never a secret
     */
    public BackupRefusedException(String code, Object... arguments) {
        this(null, code, arguments);
    }

    /** @param cause what was found wrong */
    public BackupRefusedException(Throwable cause, String code, Object... arguments) {
        super(TEXTS.render(code, List.of(arguments)).en(), cause);
        this.code = code;
        this.text = TEXTS.render(code, List.of(arguments));
    }

    /** What is wrong, for programs. */
    public String code() {
        return code;
    }

    /** What is wrong and what to do, for people. */
    public LocalizedText text() {
        return text;
    }
}
