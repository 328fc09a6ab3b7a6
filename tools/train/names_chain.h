// Learns the weights of a linear chain: conditional log likelihood (Lafferty et al. 2001) by stochastic gradient
// descent with L2 (Bottou's schedule), each word's features left out at random (dropout), and the mean of the weights
// over the later epochs. What a word that is surely in no name is needs no learning; it parts the chain as it does in
// use. Deterministic: one thread, a fixed seed; the sums are floating-point, so the bytes are those of one compiler and
// libm.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <random>
#include <vector>

#include "annotate/name_tagger.h"

namespace dateline::train {

struct NameExample {
  std::vector<std::vector<uint32_t>> features;  // [token] ids; empty where sure
  std::vector<uint8_t> labels;
  std::vector<bool> sure;  // [token] in no name, by its looks
  double weight = 1;       // of its corpus
};

struct ChainWeights {
  using Row = std::array<float, kNameLabels>;
  std::vector<Row> of;  // [feature id]
  std::array<Row, kNameLabels + 1> transitions{};

  explicit ChainWeights(size_t features) : of(features) {}
  void add(const ChainWeights& other, float times) {
    for (size_t id = 0; id < of.size(); ++id) add_row(of[id], other.of[id], times);
    for (size_t a = 0; a <= kNameLabels; ++a) add_row(transitions[a], other.transitions[a], times);
  }
  void scale(float times) {
    for (Row& row : of) scale_row(row, times);
    for (Row& row : transitions) scale_row(row, times);
  }

 private:
  static void add_row(Row& row, const Row& other, float times) {
    for (size_t l = 0; l < kNameLabels; ++l) row[l] += times * other[l];
  }
  static void scale_row(Row& row, float times) {
    for (float& v : row) v *= times;
  }
};

class ChainTrainer {
 public:
  struct Settings {
    int epochs = 12;
    double l2 = 4, rate = 0.2, dropout = 0.3;
    uint32_t seed = 20261122;
  };

  ChainTrainer(const std::vector<NameExample>& examples, size_t features, const Settings& settings)
      : examples_(examples), settings_(settings), random_(settings.seed), weights_(features) {
    for (size_t a = 0; a <= kNameLabels; ++a) {
      for (size_t b = 0; b < kNameLabels; ++b) allowed_[a][b] = name_label_follows(a, b);
    }
  }

  ChainWeights run() {
    ChainWeights mean(weights_.of.size());
    const double lambda = settings_.l2 / static_cast<double>(examples_.size());
    std::vector<uint32_t> order(examples_.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    size_t time = 0, shots = 0;
    for (int epoch = 0; epoch < settings_.epochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
      double loss = 0;
      for (const uint32_t i : order) {
        const NameExample& e = examples_[i];
        if (e.labels.empty()) continue;
        const double rate = settings_.rate / (1 + lambda * settings_.rate * static_cast<double>(time)) * e.weight;
        scale_ *= 1 - lambda * rate;
        loss += learn(e, rate / scale_);
        if (2 * epoch >= settings_.epochs && time % kShotEvery == 0)
          mean.add(weights_, static_cast<float>(scale_)), ++shots;
        ++time;
      }
      weights_.scale(static_cast<float>(scale_));
      scale_ = 1;
      std::fprintf(stderr, "epoch %d: loss %.1f\n", epoch + 1, loss);
    }
    mean.scale(1 / static_cast<float>(shots));
    return mean;
  }

 private:
  using Row = std::array<double, kNameLabels>;
  static constexpr size_t kShotEvery = 512;  // sentences between two states of which the mean is taken

  // One step; what it loses on the sentence.
  double learn(const NameExample& e, double step) {
    score(e);
    const double loss = ahead() - gold_score(e);
    back();
    change_features(e, step);
    change_transitions(e, step);
    return loss;
  }

  // exp of the scores, with some features left out.
  void score(const NameExample& e) {
    const size_t n = e.labels.size();
    emit_.assign(n, {});
    used_.resize(n);
    const double up = scale_ / (1 - settings_.dropout);
    for (size_t t = 0; t < n; ++t) {
      used_[t].clear();
      if (e.sure[t]) {
        emit_[t][0] = 1;
        continue;
      }
      ChainWeights::Row sum{};
      for (const uint32_t id : e.features[t]) {
        if ((random_() & 0xFFFF) < settings_.dropout * 0x10000) continue;
        used_[t].push_back(id);
        for (size_t l = 0; l < kNameLabels; ++l) sum[l] += weights_.of[id][l];
      }
      for (size_t l = 0; l < kNameLabels; ++l) emit_[t][l] = std::exp(std::min(up * static_cast<double>(sum[l]), 60.0));
    }
    for (size_t a = 0; a <= kNameLabels; ++a) {
      for (size_t b = 0; b < kNameLabels; ++b)
        follow_[a][b] = allowed_[a][b] ? std::exp(scale_ * static_cast<double>(weights_.transitions[a][b])) : 0;
    }
  }

  // Forward sums, each place scaled to 1; the logarithm of the whole.
  double ahead() {
    const size_t n = emit_.size();
    ahead_.assign(n, {});
    norm_.assign(n, 0);
    double whole = 0;
    for (size_t t = 0; t < n; ++t) {
      for (size_t b = 0; b < kNameLabels; ++b) {
        double in = t == 0 ? follow_[kNameLabels][b] : 0;
        for (size_t a = 0; t > 0 && a < kNameLabels; ++a) in += ahead_[t - 1][a] * follow_[a][b];
        if (t + 1 == n && !may_end(b)) in = 0;
        norm_[t] += ahead_[t][b] = in * emit_[t][b];
      }
      for (double& v : ahead_[t]) v /= norm_[t];
      whole += std::log(norm_[t]);
    }
    return whole;
  }

  void back() {
    const size_t n = emit_.size();
    back_.assign(n, {});
    for (size_t b = 0; b < kNameLabels; ++b) back_[n - 1][b] = may_end(b);
    for (size_t t = n - 1; t-- > 0;) {
      for (size_t a = 0; a < kNameLabels; ++a) {
        for (size_t b = 0; b < kNameLabels; ++b) back_[t][a] += follow_[a][b] * emit_[t + 1][b] * back_[t + 1][b];
        back_[t][a] /= norm_[t + 1];
      }
    }
  }

  double gold_score(const NameExample& e) const {
    double sum = 0;
    for (size_t t = 0, before = kNameLabels; t < e.labels.size(); before = e.labels[t++])
      sum += std::log(emit_[t][e.labels[t]]) + scale_ * static_cast<double>(weights_.transitions[before][e.labels[t]]);
    return sum;
  }

  void change_features(const NameExample& e, double step) {
    for (size_t t = 0; t < e.labels.size(); ++t) {
      ChainWeights::Row change;
      for (size_t l = 0; l < kNameLabels; ++l)
        change[l] = static_cast<float>(step * ((l == e.labels[t]) - ahead_[t][l] * back_[t][l]));
      for (const uint32_t id : used_[t]) {
        for (size_t l = 0; l < kNameLabels; ++l) weights_.of[id][l] += change[l];
      }
    }
  }

  void change_transitions(const NameExample& e, double step) {
    for (size_t t = 0, before = kNameLabels; t < e.labels.size(); before = e.labels[t++]) {
      if (t > 0 && e.sure[t] && e.sure[t - 1]) continue;
      for (size_t a = t == 0 ? kNameLabels : 0; a < (t == 0 ? kNameLabels + 1 : kNameLabels); ++a) {
        const double from = (t == 0 ? 1 : ahead_[t - 1][a]) / norm_[t];
        for (size_t b = 0; b < kNameLabels; ++b)
          weights_.transitions[a][b] -= static_cast<float>(step * from * follow_[a][b] * emit_[t][b] * back_[t][b]);
      }
      weights_.transitions[before][e.labels[t]] += static_cast<float>(step);
    }
  }

  bool may_end(size_t label) const { return allowed_[label][0]; }

  const std::vector<NameExample>& examples_;
  const Settings settings_;
  std::mt19937 random_;
  ChainWeights weights_;
  double scale_ = 1;  // the weights are this times weights_
  std::array<std::array<bool, kNameLabels>, kNameLabels + 1> allowed_{};
  // Of the sentence at hand.
  std::array<Row, kNameLabels + 1> follow_{};
  std::vector<Row> emit_, ahead_, back_;
  std::vector<double> norm_;
  std::vector<std::vector<uint32_t>> used_;
};

}  // namespace dateline::train
