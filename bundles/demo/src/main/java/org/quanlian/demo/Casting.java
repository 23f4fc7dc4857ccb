package org.quanlian.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.AccountAdministration.NewAccount;
import org.quanlian.vouchers.accounts.OwnAccounts;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.registry.ReviewBodies;

/** Opens the accounts of the offices, as an operator does, and lets each set its password. */
final class Casting {
    private static final int EXPERTS = 9;

    private final Stage stage;
    private final Actor operator;
    private final OwnAccounts own;
    private final PasswordHash password;

    Casting(Stage stage, Ids ids, Actor operator, PasswordHash password) {
        this.stage = stage;
        this.operator = operator;
        this.own = new OwnAccounts(stage.clock(), ids);
        this.password = password;
    }

    Cast open() {
        return stage.at(Dates.at("2024-08-12T08:30"), session -> {
            List<Actor> experts = new ArrayList<>();
            for (int i = 1; i <= EXPERTS; i++) {
                experts.add(open(session, "demo.expert." + i, "示例专家" + i, Role.EXPERT, Optional.empty()));
            }
            Map<Area, Actor> reviewers = new HashMap<>();
            for (Area city : ReviewBodies.all()) {
                reviewers.put(
                        city,
                        open(
                                session,
                                Fictions.loginOf(city),
                                Fictions.nameOf(city) + "示例初审员",
                                Role.CITY_REVIEWER,
                                Optional.of(city)));
            }
            open(session, "demo.auditor", "示例审计员", Role.AUDITOR, Optional.empty());
            return new Cast(
                    open(session, "demo.centre", "示例受理员", Role.SHARING_CENTRE, Optional.empty()),
                    open(session, "demo.department", "示例审核员", Role.DEPARTMENT, Optional.empty()),
                    experts,
                    reviewers);
        });
    }

    private Actor open(Session session, String login, String name, Role role, Optional<Area> city) {
        Account opened = stage.year()
                .accounts()
                .open(session, operator, new NewAccount(login, name, role, Optional.empty(), city, Optional.empty()));
        stage.year().accounts().resetPassword(session, operator, opened.id(), password);
        return own.setPassword(session, opened.actor(), password, password).actor();
    }
}
