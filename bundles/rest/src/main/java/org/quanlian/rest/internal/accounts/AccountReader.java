package org.quanlian.rest.internal.accounts;

import java.util.Optional;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.AccountAdministration.Change;
import org.quanlian.vouchers.accounts.AccountAdministration.NewAccount;
import org.quanlian.vouchers.accounts.Emails;
import org.quanlian.vouchers.accounts.Logins;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.wire.Conversions;
import org.quanlian.wire.JsonObject;
import org.quanlian.wire.JsonObject.Conversion;
import org.quanlian.wire.JsonRequest;

/** Reads the bodies of requests about accounts. */
final class AccountReader {
    static final int MAX_BYTES = 8 * 1024;

    /** Whatever somebody types as a secret: a wrong one is answered by whoever checks it, not by its form. */
    private static final Conversion<String> SECRET = Conversions.value(text -> bounded(text, 1000));

    private AccountReader() {}

    /** Login and password. */
    record Credentials(String login, String password) {}

    /** A password and the one that takes its place. */
    record PasswordChange(String current, String next) {}

    static Credentials credentials(byte[] body) {
        return JsonRequest.read(body, MAX_BYTES, object -> {
            Optional<String> login = object.required("login", SECRET);
            Optional<String> password = object.required("password", SECRET);
            return both(login, password).map(given -> new Credentials(login.get(), password.get()));
        });
    }

    static String refreshToken(byte[] body) {
        return JsonRequest.read(body, MAX_BYTES, object -> object.required("refreshToken", SECRET));
    }

    static PasswordChange passwordChange(byte[] body) {
        return JsonRequest.read(body, MAX_BYTES, object -> {
            Optional<String> current = object.required("currentPassword", SECRET);
            Optional<String> next = object.required("newPassword", SECRET);
            return both(current, next).map(given -> new PasswordChange(current.get(), next.get()));
        });
    }

    static NewAccount newAccount(byte[] body) {
        return JsonRequest.read(body, MAX_BYTES, AccountReader::newAccount);
    }

    static Change change(byte[] body) {
        return JsonRequest.read(
                body,
                MAX_BYTES,
                object -> Optional.of(new Change(
                        object.optional("name", Conversions.shortText()),
                        object.optional("email", Conversions.value(AccountReader::emailOrNone)),
                        object.optional("disabled", Conversions.YES_NO))));
    }

    private static Optional<NewAccount> newAccount(JsonObject object) {
        Optional<String> login = object.required("login", Conversions.value(Logins::require));
        Optional<String> name = object.required("name", Conversions.shortText());
        Optional<Role> role = object.required("role", Conversions.oneOf(Role.class));
        Optional<Id<Organisation>> organisation = object.optional("organisation", Conversions.value(Id::new));
        var city = object.optional("city", Conversions.AREA);
        Optional<String> email = object.optional("email", Conversions.value(Emails::require));
        if (object.errors().any()) {
            return Optional.empty();
        }
        return Optional.of(
                new NewAccount(login.orElseThrow(), name.orElseThrow(), role.orElseThrow(), organisation, city, email));
    }

    private static Optional<String> both(Optional<String> one, Optional<String> other) {
        return one.isPresent() ? other : Optional.empty();
    }

    private static String emailOrNone(String text) {
        return text.isEmpty() ? text : Emails.require(text);
    }

    private static String bounded(String text, int max) {
        if (text.length() > max) {
            throw new InvalidValueException("text.length", "at most " + max + " characters", max);
        }
        return text;
    }
}
