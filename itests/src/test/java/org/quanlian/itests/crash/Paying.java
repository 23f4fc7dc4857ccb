package org.quanlian.itests.crash;

import java.util.List;
import java.util.random.RandomGenerator;
import org.quanlian.itests.year.Person;

/**
 * The way of the money of claims whose notice is over: allocated, paid in small parts, and, once a claim is paid, claimed back
 * and recovered in smaller ones.
 */
final class Paying implements Storm.Story {
    /** No claim is claimed back whole, so that there is something left to claim. */
    private static final long LARGEST_CLAWBACK = 20;

    private final RandomGenerator random;
    private final String day;
    private final List<Money> claims;
    private final Person department;
    private final Person city;
    private final int number;
    private int serial;

    /** What is left to be paid, and what to be recovered, of a claim, in fen. */
    private static final class Money {
        private final String claim;
        private final long largestPart;
        private long province;
        private long city;
        private long claimable;
        private long due;
        private boolean allocated;

        Money(Granted granted) {
            claim = granted.claim();
            province = granted.province();
            city = granted.city();
            largestPart = Math.max(1, granted.province() / granted.parts());
            claimable = province + city - 1;
        }
    }

    /**
     * A claim that may be paid.
     *
     * @param province its share in fen
     * @param city its share in fen
     * @param parts in how many payments at least each share is paid
     */
    record Granted(String claim, long province, long city, long parts) {}

    /**
     * @param number tells its bank references from those of others
     * @param day on which it is paid, ISO
     */
    Paying(Scene scene, RandomGenerator random, int number, String day, List<Granted> claims) {
        this.random = random;
        this.day = day;
        this.number = number;
        this.claims = claims.stream().map(Money::new).toList();
        department = scene.department();
        city = scene.city();
    }

    @Override
    public void live(Storm storm) {
        while (claims.stream().anyMatch(money -> money.claimable > 0 || money.due > 0)) {
            claims.forEach(money -> step(storm, money));
        }
    }

    private void step(Storm storm, Money money) {
        String path = "/api/v1/claims/" + money.claim;
        if (!money.allocated) {
            storm.write(Write.post(
                            department,
                            "/api/v1/allocations",
                            """
                            {"year": 2025, "city": "140100", "document": "示财教〔2025〕%d-%d号", "date": "%s", "claims": ["%s"]}"""
                                    .formatted(number, ++serial, day, money.claim))
                    .leaving(money.claim, "move ALLOCATE")
                    .leaving(money.claim, "booking ALLOCATE"));
            money.allocated = true;
        } else if (money.province + money.city > 0) {
            pay(storm, path, money);
        } else if (money.due == 0 && money.claimable > 0) {
            long amount = part(Math.min(money.claimable, LARGEST_CLAWBACK));
            storm.write(Write.post(
                            department,
                            path + "/integrity/clawbacks",
                            "{\"amount\": \"%s\", \"reason\": \"核查发现重复支付\"}".formatted(Reading.yuan(amount)))
                    .leaving(money.claim, "move CLAW_BACK_PART")
                    .leaving(money.claim, "booking CLAW_BACK " + amount));
            money.claimable -= amount;
            money.due += amount;
        } else if (money.due > 0) {
            long amount = part(money.due);
            String reference = reference();
            storm.write(Write.post(
                            department,
                            path + "/integrity/recoveries",
                            "{\"amount\": \"%s\", \"receivedOn\": \"%s\", \"bankReference\": \"%s\"}"
                                    .formatted(Reading.yuan(amount), day, reference))
                    .leaving(money.claim, "recovery " + reference + " " + amount)
                    .leaving(money.claim, "booking RECOVER " + amount));
            money.due -= amount;
        }
    }

    private void pay(Storm storm, String path, Money money) {
        boolean ofProvince = money.city == 0 || (money.province > 0 && random.nextBoolean());
        String share = ofProvince ? "PROVINCE" : "CITY";
        long amount = part(Math.min(money.largestPart, ofProvince ? money.province : money.city));
        String reference = reference();
        Write write = Write.post(
                        city,
                        path + "/money/payments",
                        "{\"share\": \"%s\", \"amount\": \"%s\", \"paidOn\": \"%s\", \"bankReference\": \"%s\"}"
                                .formatted(share, Reading.yuan(amount), day, reference))
                .leaving(money.claim, "payment " + share + " " + reference + " " + amount)
                .leaving(money.claim, "booking PAY " + amount);
        if (money.province + money.city == amount) {
            write.leaving(money.claim, "move PAY");
        }
        storm.write(write);
        if (ofProvince) {
            money.province -= amount;
        } else {
            money.city -= amount;
        }
    }

    private long part(long most) {
        return most == 1 ? 1 : random.nextLong(1, most + 1);
    }

    private String reference() {
        return "流水-" + number + "-" + ++serial;
    }
}
