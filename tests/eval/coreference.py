"""MUC, B-cubed, CEAF-e and their mean (CoNLL F1), as Pradhan et al. 2014 define them, for partitions given as
{mention: cluster}. Both sides hold the same mentions. Run as a program it checks itself on hand-made cases."""
import collections


def clusters(partition):
    out = collections.defaultdict(set)
    for mention, cluster in partition.items():
        out[cluster].add(mention)
    return list(out.values())


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def muc(gold, mine):
    """Links: of each cluster, how many of its size - 1 links survive when the other side cuts it."""
    def recall(key, other):
        kept = total = 0
        for cluster in clusters(key):
            kept += len(cluster) - len({other[m] for m in cluster})
            total += len(cluster) - 1
        return kept / total if total else 0.0
    r, p = recall(gold, mine), recall(mine, gold)
    return p, r, f1(p, r)


def b_cubed(gold, mine):
    of_gold, of_mine = ({m: c for c in clusters(x) for m in c} for x in (gold, mine))
    common = {m: len(of_gold[m] & of_mine[m]) for m in gold}
    p = sum(common[m] / len(of_mine[m]) for m in gold) / len(gold)
    r = sum(common[m] / len(of_gold[m]) for m in gold) / len(gold)
    return p, r, f1(p, r)


def best_match(weights):
    """The greatest sum of one-to-one weights of a dense table (Kuhn-Munkres)."""
    n, m = len(weights), len(weights[0])
    if n > m:
        return best_match([list(column) for column in zip(*weights)])
    top = max(max(row) for row in weights)
    u, v, match, way = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0], j0 = i, 0
        least, used = [float("inf")] * (m + 1), [False] * (m + 1)
        while True:
            used[j0] = True
            i0, delta, j1 = match[j0], float("inf"), 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                cost = top - weights[i0 - 1][j - 1] - u[i0] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, j0
                if least[j] < delta:
                    delta, j1 = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
            if match[j0] == 0:
                break
        while j0:
            match[j0], j0 = match[way[j0]], way[j0]
    return sum(weights[match[j] - 1][j - 1] for j in range(1, m + 1) if match[j])


def ceaf_e(gold, mine):
    """The best one-to-one match of clusters by 2 |K & R| / (|K| + |R|). Clusters that share no mention match at 0, so
    the connected parts are matched one by one."""
    keys, answers = clusters(gold), clusters(mine)
    at_key = {m: i for i, c in enumerate(keys) for m in c}
    at_answer = {m: i for i, c in enumerate(answers) for m in c}
    parent = list(range(len(keys) + len(answers)))

    def root(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x
    for m in gold:
        parent[root(at_key[m])] = root(len(keys) + at_answer[m])
    parts = collections.defaultdict(lambda: ([], []))
    for i, c in enumerate(keys):
        parts[root(i)][0].append(c)
    for i, c in enumerate(answers):
        parts[root(len(keys) + i)][1].append(c)
    total = sum(best_match([[2 * len(k & a) / (len(k) + len(a)) for a in right] for k in left])
                for left, right in parts.values())
    p, r = total / len(answers), total / len(keys)
    return p, r, f1(p, r)


def conll(gold, mine):
    return (muc(gold, mine)[2] + b_cubed(gold, mine)[2] + ceaf_e(gold, mine)[2]) / 3


def partition(*groups):
    return {m: i for i, group in enumerate(groups) for m in group}


def check():
    near = lambda got, want: all(abs(g - w) < 5e-4 for g, w in zip(got, want)) or exit(f"{got}, wanted {want}")
    # Bagga and Baldwin 1998: five, two and five mentions; the answer joins two of the three.
    key = partition("12345", "67", "89ABC")
    near(muc(key, partition("12345", "6789ABC")), (0.9, 1.0, 0.947))
    near(b_cubed(key, partition("12345", "6789ABC")), (0.762, 1.0, 0.865))
    near(muc(key, partition("1234589ABC", "67")), (0.9, 1.0, 0.947))
    near(b_cubed(key, partition("1234589ABC", "67")), (0.583, 1.0, 0.737))
    # Luo 2005: one match of two clusters at 2*5/(5+5), the other at 2*5/(7+5).
    near(ceaf_e(key, partition("12345", "6789ABC")), ((1 + 10 / 12) / 2, (1 + 10 / 12) / 3, 0.733))
    near(ceaf_e(partition("ab", "c"), partition("abc")), (0.8, 0.4, 0.533))
    # A greedy match takes ab-abx first; the best one does not.
    near((best_match([[0.8, 0.7], [0.75, 0.0]]),), (1.45,))
    near(muc(partition("a", "b"), partition("a", "b")), (0.0, 0.0, 0.0))  # no links to find
    near(b_cubed(partition("a", "b"), partition("a", "b")), (1.0, 1.0, 1.0))
    near(ceaf_e(partition("a", "b"), partition("a", "b")), (1.0, 1.0, 1.0))


if __name__ == "__main__":
    check()
    print("coreference: the measures hold on all hand-made cases")
