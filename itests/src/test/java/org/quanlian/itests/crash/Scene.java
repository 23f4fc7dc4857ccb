package org.quanlian.itests.crash;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.quanlian.itests.year.Firms;
import org.quanlian.itests.year.HeldNode;
import org.quanlian.itests.year.People;
import org.quanlian.itests.year.Person;

/**
 * Those who take part in a storm. Each story logs in as its own, so that none ends the session of another.
 *
 * @param node the node
 * @param firms the enterprise and the provider
 * @param experts the names of the experts' accounts
 */
record Scene(HeldNode node, Firms firms, List<String> experts) {
    private static final int SMALLEST_FILE = 200;
    private static final int LARGEST_FILE = 120_000;

    /** Opens the accounts of a new node. */
    static Scene open(HeldNode node, String firstPassword) {
        People people = new People(node, firstPassword);
        return new Scene(node, new Firms(node, people), people.expertIds());
    }

    Person enterprise() {
        return Person.of(node, "enterprise");
    }

    Person provider() {
        return Person.of(node, "provider");
    }

    Person city() {
        return Person.of(node, "taiyuan");
    }

    Person centre() {
        return Person.of(node, "centre");
    }

    Person department() {
        return Person.of(node, "department");
    }

    Person auditor() {
        return Person.of(node, "auditor");
    }

    List<Person> judges() {
        return List.of("first", "second", "third").stream()
                .map(name -> Person.of(node, name + ".expert"))
                .toList();
    }

    /** A file that is no other. */
    static byte[] file(RandomGenerator random) {
        StringBuilder text = new StringBuilder("%PDF-1.7\n");
        int length = random.nextInt(SMALLEST_FILE, LARGEST_FILE);
        while (text.length() < length) {
            text.append(Long.toHexString(random.nextLong())).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
