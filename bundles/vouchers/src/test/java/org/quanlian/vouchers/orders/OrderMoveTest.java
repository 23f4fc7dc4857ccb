package org.quanlian.vouchers.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderMoveTest {
    @Test
    void shouldReachEveryState_fromTheRequest() {
        Set<OrderState> reached = EnumSet.of(OrderState.REQUESTED);
        int before;
        do {
            before = reached.size();
            EnumSet.copyOf(reached).forEach(state -> OrderMove.from(state).forEach(move -> reached.add(move.to())));
        } while (reached.size() > before);
        assertThat(reached).containsExactlyInAnyOrder(OrderState.values());
    }

    @Test
    void shouldComeToTheBoundVoucher_onlyByTheProvidersConfirmationOfWhatIsProved() {
        assertThat(Arrays.stream(OrderMove.values()).filter(move -> move.to() == OrderState.BOUND))
                .containsExactly(OrderMove.CONFIRM);
        assertThat(Arrays.stream(OrderState.values()).filter(OrderMove.CONFIRM::isFrom))
                .containsExactly(OrderState.PROVED);
        assertThat(OrderMove.from(OrderState.BOUND)).containsExactly(OrderMove.UNBIND);
    }

    @Test
    void shouldEndWhereNobodyServes() {
        assertThat(Arrays.stream(OrderState.values()).filter(OrderState::isFinal))
                .containsExactly(OrderState.DECLINED, OrderState.CANCELLED);
    }

    @Test
    void shouldNeedAReason_whenTheOtherSideHasToActOnIt() {
        assertThat(Arrays.stream(OrderMove.values()).filter(OrderMove::needsReason))
                .containsExactly(OrderMove.DECLINE, OrderMove.DISPUTE, OrderMove.UNBIND);
    }

    @Test
    void shouldHaveATextForEveryStateAndMove() {
        for (OrderState state : OrderState.values()) {
            for (OrderMove move : OrderMove.values()) {
                assertThat(OrderRefusals.TEXTS
                                .text("order.move", "01J", state, move)
                                .zh())
                        .contains("01J");
            }
        }
    }
}
