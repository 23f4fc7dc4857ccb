package org.quanlian.rest.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.quanlian.fuzz.Told;
import org.quanlian.model.Area;
import org.quanlian.vouchers.claims.ClaimState;

/** Whatever stands behind the question mark of an address. */
class QueryFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void queries(@NotNull String raw) throws Exception {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> raw);
        Told.orTaken(() -> {
            Query query = Query.of(request, "limit", "cursor", "year", "state", "city", "version", "flag", "q");
            Told.orTaken(() -> assertThat(query.page().limit()).isBetween(1, Query.MAX_LIMIT));
            Told.orTaken(query::version);
            Told.orTaken(() -> query.year("year"));
            Told.orTaken(() -> query.choice("state", ClaimState.class));
            Told.orTaken(() -> query.value("city", Area::new));
            Told.orTaken(() -> query.flag("flag"));
            query.text("q").map(Query::cursorAfter).ifPresent(cursor -> assertThat(cursor)
                    .isNotEmpty());
        });
    }
}
