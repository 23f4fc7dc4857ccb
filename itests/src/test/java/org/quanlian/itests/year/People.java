package org.quanlian.itests.year;

import java.util.ArrayList;
import java.util.List;
import org.quanlian.itests.year.HeldNode.Answer;

/** Everybody who has to do with a voucher year in the offices; each has an account that the operator opened. */
public final class People {
    private final HeldNode node;
    private final List<Person> all = new ArrayList<>();
    private final Person operator;
    private final Person reviewerOfTaiyuan;
    private final Person reviewerOfDatong;
    private final Person centre;
    private final Person department;
    private final Person auditor;
    private final List<Person> experts = new ArrayList<>();
    private final List<String> expertIds = new ArrayList<>();

    /**
     * Opens the accounts.
     *
     * @param firstPassword the one-time password of the node's first account
     */
    public People(HeldNode node, String firstPassword) {
        this.node = node;
        operator = kept(Person.withOneTimePassword(node, "operator", firstPassword));
        reviewerOfTaiyuan = opened("taiyuan", "CITY_REVIEWER", ", \"city\": \"140100\"");
        reviewerOfDatong = opened("datong", "CITY_REVIEWER", ", \"city\": \"140200\"");
        centre = opened("centre", "SHARING_CENTRE", "");
        department = opened("department", "DEPARTMENT", "");
        auditor = opened("auditor", "AUDITOR", "");
        for (String name : List.of("first", "second", "third")) {
            experts.add(opened(name + ".expert", "EXPERT", ""));
            expertIds.add(
                    experts.get(experts.size() - 1).get("/api/v1/accounts/me").at("/id"));
        }
    }

    /** Somebody who registered and so has an account. */
    Person registered(String login) {
        return kept(Person.of(node, login));
    }

    /** Has everybody log in, after so long a time that the sessions have ended. */
    public void logInAgain() {
        all.forEach(Person::logIn);
    }

    public Person reviewerOfTaiyuan() {
        return reviewerOfTaiyuan;
    }

    Person reviewerOfDatong() {
        return reviewerOfDatong;
    }

    public Person centre() {
        return centre;
    }

    public Person department() {
        return department;
    }

    public Person auditor() {
        return auditor;
    }

    Person operator() {
        return operator;
    }

    List<Person> experts() {
        return List.copyOf(experts);
    }

    /** The names of the experts' accounts. */
    public List<String> expertIds() {
        return List.copyOf(expertIds);
    }

    private Person opened(String login, String role, String more) {
        Answer account = operator.post(
                "/api/v1/accounts",
                """
                {"login": "%s", "name": "测试人员", "role": "%s"%s}""".formatted(login, role, more));
        Answer reset = operator.post("/api/v1/accounts/" + account.at("/id") + "/password-resets", "{}");
        return kept(Person.withOneTimePassword(node, login, reset.at("/oneTimePassword")));
    }

    private Person kept(Person person) {
        all.add(person);
        return person;
    }
}
