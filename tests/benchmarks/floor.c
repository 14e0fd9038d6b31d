/* The least that both passes cost: the same network in plain C arrays. Compiled by bench_schedule.py.

   Node n has ends 2n (start) and 2n + 1 (finish). Its links lie at first[n] .. first[n + 1] of the link arrays. A
   calendar is two tables over offsets from `low`: the number of the first worked day at or after an offset, and the
   offset of each number. */
#include <limits.h>
#include <time.h>

typedef struct {
    int nodes;
    const int *early_start, *early_finish, *late_start, *late_finish, *duration, *calendar;
    const int *in_first, *in_end, *in_target, *in_lag;
    const int *out_first, *out_end, *out_source, *out_lag;
    int low, days;
    const int *number, *day;
} Network;

static void forward(const Network *n, int *ends) {
    for (int i = 0; i < n->nodes; i++) {
        int start = n->early_start[i], finish = n->early_finish[i], duration = n->duration[i];
        for (int k = n->in_first[i]; k < n->in_first[i + 1]; k++) {
            int reached = ends[n->in_end[k]] + n->in_lag[k];
            if (n->in_target[k]) {
                if (reached > finish) finish = reached;
            } else if (reached > start) {
                start = reached;
            }
        }
        const int *number = n->number + n->calendar[i] * n->days, *day = n->day + n->calendar[i] * n->days;
        if (duration == 0) {
            ends[2 * i] = ends[2 * i + 1] = start > finish ? start : finish;
            continue;
        }
        int first = number[start - n->low];
        if (finish > INT_MIN / 2) {
            int by_finish = number[finish - 1 - n->low] - duration + 1;
            if (by_finish > first) first = by_finish;
        }
        ends[2 * i] = day[first];
        ends[2 * i + 1] = day[first + duration - 1] + 1;
    }
}

static void backward(const Network *n, int *ends) {
    for (int i = n->nodes - 1; i >= 0; i--) {
        int start = n->late_start[i], finish = n->late_finish[i], duration = n->duration[i];
        for (int k = n->out_first[i]; k < n->out_first[i + 1]; k++) {
            int allowed = ends[n->out_end[k]] - n->out_lag[k];
            if (n->out_source[k]) {
                if (allowed < finish) finish = allowed;
            } else if (allowed < start) {
                start = allowed;
            }
        }
        const int *number = n->number + n->calendar[i] * n->days, *day = n->day + n->calendar[i] * n->days;
        if (duration == 0) {
            ends[2 * i] = ends[2 * i + 1] = start < finish ? start : finish;
            continue;
        }
        int first = number[finish - n->low] - duration;
        if (start < INT_MAX / 2) {
            int by_start = number[start + 1 - n->low] - 1;
            if (by_start < first) first = by_start;
        }
        ends[2 * i] = day[first];
        ends[2 * i + 1] = day[first + duration - 1] + 1;
    }
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

/* Seconds that `times` runs of both passes take together. */
double both_passes(const Network *network, int *early, int *late, int times) {
    double began = now();
    while (times--) {
        forward(network, early);
        backward(network, late);
    }
    return now() - began;
}
