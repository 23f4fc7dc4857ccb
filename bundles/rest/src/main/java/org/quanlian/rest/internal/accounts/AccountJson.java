package org.quanlian.rest.internal.accounts;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.OneTimePassword;
import org.quanlian.vouchers.accounts.SignIn.Tokens;
import org.quanlian.wire.JsonOutput;

/** The JSON of accounts and of what their owners log in by. */
final class AccountJson {
    private AccountJson() {}

    static byte[] page(Page<Account> page) {
        return PageJson.write(page, AccountJson::write);
    }

    static byte[] one(Account account) {
        return JsonOutput.document(json -> write(json, account));
    }

    static byte[] oneTimePassword(OneTimePassword password) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeStringField("oneTimePassword", password.value());
            json.writeEndObject();
        });
    }

    static byte[] tokens(Tokens tokens) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeStringField("tokenType", "Bearer");
            json.writeStringField("accessToken", tokens.accessToken());
            JsonOutput.instant(json, "accessTokenExpiresAt", tokens.accessExpiresAt());
            json.writeStringField("refreshToken", tokens.refreshToken());
            JsonOutput.instant(json, "refreshTokenExpiresAt", tokens.refreshExpiresAt());
            json.writeBooleanField("mustSetPassword", tokens.mustSetPassword());
            json.writeFieldName("account");
            write(json, tokens.account());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Account account) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", account.id().value());
        json.writeStringField("login", account.login());
        json.writeStringField("name", account.name());
        json.writeStringField("role", account.role().name());
        writeOptional(json, "organisation", account.organisation().map(Id::value));
        writeOptional(json, "city", account.city().map(Area::code));
        writeOptional(json, "email", account.email());
        json.writeStringField("state", account.state().name());
        JsonOutput.instant(json, "createdAt", account.createdAt());
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
