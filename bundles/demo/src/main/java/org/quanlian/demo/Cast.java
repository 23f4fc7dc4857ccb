package org.quanlian.demo;

import java.util.List;
import java.util.Map;
import org.quanlian.model.Area;
import org.quanlian.vouchers.access.Actor;

/**
 * Who acts for the offices.
 *
 * @param centre the sharing centre
 * @param department the department
 * @param experts the experts
 * @param reviewers the first-review bodies, by city
 */
record Cast(Actor centre, Actor department, List<Actor> experts, Map<Area, Actor> reviewers) {
    Cast {
        experts = List.copyOf(experts);
        reviewers = Map.copyOf(reviewers);
    }

    Actor reviewer(Area city) {
        return reviewers.get(city);
    }
}
