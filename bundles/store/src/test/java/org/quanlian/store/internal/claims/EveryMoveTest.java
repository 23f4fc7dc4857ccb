package org.quanlian.store.internal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.claims.ClaimWorld.DATONG;
import static org.quanlian.store.internal.claims.ClaimWorld.TAIYUAN;
import static org.quanlian.store.internal.claims.Refusals.refused;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Reach;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimMoves;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.registry.Organisation;

/** Every move from every state, legal and illegal, by those who may make it and those who may not. */
@EachDatabase
class EveryMoveTest {
    private final ClaimWorld world;
    private final TestDatabase database;
    private Actor enterprise;
    private VoucherClaim filed;

    EveryMoveTest(TestDatabase database) {
        this.database = database;
        this.world = new ClaimWorld(database);
    }

    @BeforeEach
    void file() {
        enterprise = world.enterprise(TAIYUAN);
        filed = world.filed(enterprise);
    }

    @ParameterizedTest
    @EnumSource(ClaimState.class)
    void shouldMove_whenTheStateAllowsIt_andElseRefuseSayingWhy(ClaimState state) {
        for (ClaimMove move : ClaimMove.values()) {
            moveOrRefuse(state, move);
        }
    }

    private void moveOrRefuse(ClaimState state, ClaimMove move) {
        Actor actor = actorFor(move.action());
        VoucherClaim before = put(state);
        int entries = timeline(before).size();

        if (ClaimMove.from(state).contains(move)) {
            world.notifications.clear();
            VoucherClaim after = make(actor, move, "理由");

            assertThat(after.state()).isEqualTo(move.to());
            assertThat(world.find(filed.id())).isEqualTo(after);
            assertThat(timeline(after)).hasSize(entries + 1);
            TimelineEntry entry = timeline(after).get(entries);
            assertThat(entry.actor()).contains(actor.account());
            assertThat(entry.role()).contains(actor.role());
            assertThat(entry.at()).isEqualTo(world.clock.instant());
            assertThat(entry.from()).isEqualTo(state);
            assertThat(entry.to()).isEqualTo(move.to());
            assertThat(entry.reason()).isEqualTo("理由");
            assertThat(world.notifications).isNotEmpty();
        } else {
            RefusedException refusal = refused(Kind.CONFLICT, "claim.move", () -> make(actor, move, "理由"));

            assertThat(refusal.text().zh()).contains(filed.number());
            assertThat(world.find(filed.id())).isEqualTo(before);
            assertThat(timeline(before)).hasSize(entries);
        }
    }

    @ParameterizedTest
    @EnumSource(ClaimMove.class)
    void shouldRefuse_whenAReasonIsNeededAndNoneIsGiven(ClaimMove move) {
        Actor actor = actorFor(move.action());
        put(someStateBefore(move));

        if (move.needsReason()) {
            RefusedException refusal = refused(Kind.INVALID, "claim.reason", () -> make(actor, move, " "));
            assertThat(refusal.field()).isEqualTo("/reason");
        } else {
            assertThat(make(actor, move, "").state()).isEqualTo(move.to());
        }
    }

    @ParameterizedTest
    @EnumSource(ClaimMove.class)
    void shouldRefuseEverybodyWhoMayNotMakeIt(ClaimMove move) {
        put(someStateBefore(move));

        for (Role role : Role.values()) {
            Actor stranger = stranger(role);
            if (Access.reach(stranger, move.action()) == Reach.NONE) {
                refused(Kind.FORBIDDEN, "access.role", () -> make(stranger, move, "x"));
            } else if (Access.reach(stranger, move.action()) != Reach.ALL) {
                refused(Kind.NOT_FOUND, "access.none", () -> make(stranger, move, "x"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ClaimState.class)
    void shouldTellEachActorWhatItCanDo(ClaimState state) {
        VoucherClaim claim = put(state);

        for (Actor actor : List.of(enterprise, world.reviewer(TAIYUAN), world.office(Role.DEPARTMENT))) {
            List<ClaimMove> told = world.write(session -> ClaimMoves.possible(session, actor, claim));

            assertThat(told)
                    .isEqualTo(Stream.of(ClaimMove.values())
                            .filter(move -> move.isFrom(state))
                            .filter(move -> Access.allows(actor, move.action(), claim.subject(Set.of())))
                            .toList());
        }
        assertThat(world.<List<ClaimMove>>write(session -> ClaimMoves.possible(session, world.reviewer(DATONG), claim)))
                .isEmpty();
    }

    private VoucherClaim make(Actor actor, ClaimMove move, String reason) {
        return world.write((Session session) -> ClaimMoves.make(
                session,
                actor,
                ClaimMoves.open(session, actor, filed.id(), move),
                move,
                moved -> moved,
                reason,
                world.clock.instant()));
    }

    private List<TimelineEntry> timeline(VoucherClaim claim) {
        return world.write(session -> session.claims().timeline(claim.id()));
    }

    /** Puts the claim into a state as no use case can. */
    private VoucherClaim put(ClaimState state) {
        database.transactions()
                .run(sql -> sql.update(
                        "UPDATE voucher_claims SET state = ? WHERE id = ?",
                        state,
                        filed.id().value()));
        return world.find(filed.id());
    }

    private Actor actorFor(Action action) {
        return Stream.of(
                        enterprise,
                        world.reviewer(TAIYUAN),
                        world.office(Role.SHARING_CENTRE),
                        world.office(Role.DEPARTMENT))
                .filter(actor -> Access.allows(actor, action, filed.subject(Set.of())))
                .findFirst()
                .orElseThrow();
    }

    private Actor stranger(Role role) {
        return switch (role) {
            case ENTERPRISE -> world.enterprise(TAIYUAN);
            case PROVIDER -> world.of(role, world.organisation(Organisation.Kind.PROVIDER, TAIYUAN));
            case HOST -> world.of(role, world.organisation(Organisation.Kind.HOST, TAIYUAN));
            case CITY_REVIEWER -> world.reviewer(DATONG);
            default -> world.office(role);
        };
    }

    private static ClaimState someStateBefore(ClaimMove move) {
        Optional<ClaimState> found =
                Stream.of(ClaimState.values()).filter(move::isFrom).findFirst();
        return found.orElseThrow();
    }
}
