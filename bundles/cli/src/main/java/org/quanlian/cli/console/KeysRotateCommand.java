package org.quanlian.cli.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.quanlian.keys.KeyException;
import org.quanlian.keys.KeyInfo;
import org.quanlian.keys.KeyRotation;
import org.quanlian.keys.KeyRotation.Rotated;
import org.quanlian.keys.Purpose;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.vouchers.Store;

/** {@code quanlian:keys-rotate PURPOSE}: a new key for a purpose, which works at once; the old one stays for what it did. */
@Service
@Command(
        scope = "quanlian",
        name = "keys-rotate",
        description = "为一种用途换新密钥，立即生效 Make a new key for a purpose, which works at once")
public final class KeysRotateCommand implements Action {
    @Argument(index = 0, name = "PURPOSE", required = true, description = "access-tokens, personal-data, audit-anchors")
    @Completion(
            value = StringsCompleter.class,
            values = {"access-tokens", "personal-data", "audit-anchors"})
    String purpose;

    @Reference
    List<KeyRotation> rotations;

    @Reference(optional = true)
    Store store;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        Purpose named = Purpose.named(purpose)
                .orElseThrow(() -> Refusals.of(ConsoleTexts.lines("keys.purpose", purpose, purposes())));
        if (named.kind() == Algorithm.Kind.AGREEMENT) {
            throw Refusals.of(ConsoleTexts.lines("keys.agreement", named.word()));
        }
        if (named.single()) {
            throw Refusals.of(ConsoleTexts.lines("keys.single", named.word()));
        }
        if (named.certified()) {
            throw Refusals.of(ConsoleTexts.lines("keys.certified", named.word()));
        }
        KeyRotation rotation = rotations.stream()
                .filter(one -> one.purpose() == named)
                .findFirst()
                .orElseThrow(() -> Refusals.of(ConsoleTexts.lines("keys.not-ready", named.word())));
        try {
            Rotated rotated = rotation.rotate();
            Deeds.written(
                    Optional.ofNullable(store),
                    "quanlian:keys-rotate",
                    named.word() + " " + rotated.now().id());
            session.getConsole()
                    .println(ConsoleTexts.lines(
                            "keys.rotated",
                            named.word(),
                            rotated.before().map(KeyInfo::id).orElse("-"),
                            rotated.now().id(),
                            rotated.now().algorithm().label()));
            return null;
        } catch (KeyException e) {
            throw Refusals.of(ConsoleTexts.lines("keys.unusable") + "\n" + Refusals.reasons(e));
        }
    }

    private static String purposes() {
        return Arrays.stream(Purpose.values())
                .filter(one -> !one.single() && !one.certified() && one.kind() != Algorithm.Kind.AGREEMENT)
                .map(Purpose::word)
                .collect(Collectors.joining(", "));
    }
}
