package org.quanlian.vouchers.accounts;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.ShortText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.registry.Organisation;

/** Opens the account of an organisation that registers itself, in the transaction of its registration. */
public interface AccountOpening {
    /**
     * Opens an account that can be used at once.
     *
     * @param role {@link Role#ENTERPRISE}, {@link Role#HOST} or {@link Role#PROVIDER}
     * @param organisation the organisation for which it acts
     * @throws org.quanlian.vouchers.RefusedException {@code CONFLICT account.login.taken} when somebody has that login
     */
    Account open(Session session, Role role, Id<Organisation> organisation, Opening opening);

    /**
     * What somebody who registers says about the account.
     *
     * @param login what they will type to log in
     * @param name name of the person
     * @param email where they get mail, if anywhere
     * @param password hash of the password that they chose, as {@link Passwords#hash(String, String, String)} made it
     *     before the transaction
     */
    record Opening(String login, String name, Optional<String> email, PasswordHash password) {
        /** @throws org.quanlian.model.InvalidValueException when a text is not in form */
        public Opening {
            Logins.require(login);
            ShortText.require(name);
            email.ifPresent(Emails::require);
            Objects.requireNonNull(password, "password");
        }
    }
}
