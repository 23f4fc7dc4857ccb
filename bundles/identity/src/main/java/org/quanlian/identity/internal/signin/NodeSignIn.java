package org.quanlian.identity.internal.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quanlian.identity.internal.passwords.Argon2Passwords;
import org.quanlian.identity.internal.tokens.AccessTokens;
import org.quanlian.identity.internal.tokens.TokenAuthenticator;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.GuessingGuard;
import org.quanlian.vouchers.accounts.LoginSession;
import org.quanlian.vouchers.accounts.LoginSessionKeeper;
import org.quanlian.vouchers.accounts.LoginSessionKeeper.Granted;
import org.quanlian.vouchers.accounts.LoginSessionKeeper.SignedIn;
import org.quanlian.vouchers.accounts.OwnAccounts;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.accounts.SignIn;
import org.quanlian.vouchers.accounts.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs people in and out on this node; what it knows it knows from the store, as every other node does. */
public final class NodeSignIn implements SignIn {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(NodeSignIn.class);

    private static final int UNAUTHENTICATED = 401;
    private static final Logger LOG = LoggerFactory.getLogger(NodeSignIn.class);
    private static final Pattern REFRESH_TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Store store;
    private final Argon2Passwords passwords;
    private final GuessingGuard guard;
    private final SourceAddresses addresses;
    private final LoginSessionKeeper sessions;
    private final OwnAccounts ownAccounts;
    private final AccessTokens tokens;
    private final TokenAuthenticator authenticator;

    public NodeSignIn(
            Store store,
            Argon2Passwords passwords,
            GuessingGuard guard,
            SourceAddresses addresses,
            LoginSessionKeeper sessions,
            OwnAccounts ownAccounts,
            AccessTokens tokens,
            TokenAuthenticator authenticator) {
        this.store = store;
        this.passwords = passwords;
        this.guard = guard;
        this.addresses = addresses;
        this.sessions = sessions;
        this.ownAccounts = ownAccounts;
        this.tokens = tokens;
        this.authenticator = authenticator;
    }

    /** An account with its password, as far as there are such. */
    private record Found(Optional<Account> account, Optional<PasswordHash> password) {
        static Found of(Session session, String login) {
            Optional<Account> account = session.accounts().findByLogin(login);
            return new Found(account, account.flatMap(of -> session.accounts().password(of.id())));
        }

        boolean canLogIn() {
            return account.filter(of -> !of.isDisabled()).isPresent() && password.isPresent();
        }
    }

    @Override
    public Tokens signIn(String login, String password, Source source) {
        String address = addresses.of(source);
        admit(login, address);
        Found found = store.read(session -> Found.of(session, login));
        // The password is looked at in any case, so that the time tells nothing.
        boolean right = passwords.matches(password, found.password().orElseGet(passwords::decoy));
        if (!right || !found.canLogIn()) {
            LOG.info("a login from {} was refused", address);
            writeDown(found);
            throw refused();
        }
        PasswordHash hash = found.password().orElseThrow();
        Optional<PasswordHash> stronger =
                passwords.outdated(hash) ? Optional.of(passwords.rehash(password)) : Optional.empty();
        Granted granted = store.write(session -> {
            guard.right(session, login, address);
            return begin(session, found.account().orElseThrow(), hash, stronger);
        });
        LOG.info("account {} logged in from {}", granted.account().id(), address);
        return tokens(granted);
    }

    @Override
    public Tokens refresh(String refreshToken) {
        if (!REFRESH_TOKEN.matcher(refreshToken).matches()) {
            throw TEXTS.refused(Kind.UNAUTHENTICATED, "refresh.refused");
        }
        // The refusal comes after the transaction, which keeps that a session was ended.
        return store.<Optional<Granted>>write(session -> sessions.refresh(session, refreshToken))
                .map(this::tokens)
                .orElseThrow(() -> TEXTS.refused(Kind.UNAUTHENTICATED, "refresh.refused"));
    }

    @Override
    public void signOut(String accessToken) {
        Account account = store.write(session -> {
            SignedIn signedIn = authenticator.signedIn(session, accessToken);
            sessions.end(session, signedIn.login().id());
            return signedIn.account();
        });
        LOG.info("account {} logged out", account.id());
    }

    @Override
    public Account account(String accessToken) {
        return store.read(session -> {
            Account account = authenticator.signedIn(session, accessToken).account();
            return ownAccounts.read(session, account.actor());
        });
    }

    @Override
    public Tokens changePassword(String accessToken, String current, String next, Source source) {
        Account account = store.read(
                session -> authenticator.signedIn(session, accessToken).account());
        String address = addresses.of(source);
        admit(account.login(), address);
        PasswordHash was =
                store.read(session -> session.accounts().password(account.id())).orElseGet(passwords::decoy);
        if (!passwords.matches(current, was)) {
            throw TEXTS.invalid("/currentPassword", "password.current");
        }
        store.write(session -> {
            guard.right(session, account.login(), address);
            return account;
        });
        if (next.equals(current)) {
            throw TEXTS.invalid("/newPassword", "password.same");
        }
        PasswordHash hash = passwords.hash(account.login(), next, "/newPassword");
        Granted granted = store.write(session -> {
            Account changed = ownAccounts.setPassword(session, account.actor(), was, hash);
            return sessions.begin(session, changed, LoginSession.Method.PASSWORD);
        });
        LOG.info("account {} has set its password", account.id());
        return tokens(granted);
    }

    /** The tokens of a session that was just begun or continued. */
    public Tokens tokens(Granted granted) {
        AccessTokens.Issued access = tokens.issue(granted.login());
        return new Tokens(
                access.text(),
                access.expiresAt(),
                granted.refreshToken(),
                granted.expiresAt(),
                granted.login().id(),
                granted.account(),
                new SignedIn(granted.login(), granted.account()).mustSetPassword());
    }

    private Granted begin(Session session, Account seen, PasswordHash hash, Optional<PasswordHash> stronger) {
        // Since the password was looked at, it may have been changed, or the account disabled.
        Account account = session.accounts()
                .lock(seen.id())
                .filter(now -> !now.isDisabled())
                .filter(now -> session.accounts().password(now.id()).equals(Optional.of(hash)))
                .orElseThrow(NodeSignIn::refused);
        stronger.ifPresent(password -> session.accounts().strengthen(account.id(), password));
        return sessions.begin(session, account, LoginSession.Method.PASSWORD);
    }

    private void admit(String login, String address) {
        Optional<Duration> wait = store.write(session -> guard.admit(session, login, address));
        if (wait.isPresent()) {
            LOG.warn("too many tries from {}: the next in {}", address, wait.get());
            throw TEXTS.tooMany("signin.attempts", wait.get());
        }
    }

    /** The guard let the try be made, so it bounds these entries too. Of the login only that it is an account's is kept. */
    private void writeDown(Found found) {
        store.write(session -> {
            session.audit()
                    .about(found.account().map(of -> "accounts/" + of.id()).orElse("accounts"));
            session.audit().refused(UNAUTHENTICATED, "signin.refused");
            return found;
        });
    }

    private static RefusedException refused() {
        return TEXTS.refused(Kind.UNAUTHENTICATED, "signin.refused");
    }
}
