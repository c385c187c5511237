import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartOptions,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';

Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
  Tooltip,
);

type TimelineChart = Chart<'bar' | 'line'>;

export interface ChartColors {
  claims: string;
  comments: string;
  grid: string;
}

interface LabeledBucket {
  label: string;
  claims: number;
  comments: number;
}

/** Draws claims as bars and comments as a thin line over them, on one scale, without animation. */
export function drawTimeline(
  canvas: HTMLCanvasElement,
  buckets: readonly LabeledBucket[],
  colors: ChartColors,
): TimelineChart {
  return new Chart<'bar' | 'line'>(canvas, {
    type: 'bar',
    data: {
      labels: buckets.map(({ label }) => label),
      datasets: [
        {
          type: 'bar',
          label: $localize`:@@summary.timeline.claims:Claims`,
          data: buckets.map(({ claims }) => claims),
          order: 2,
          categoryPercentage: 1,
          barPercentage: 0.85,
          maxBarThickness: 40,
          backgroundColor: colors.claims,
        },
        {
          type: 'line',
          label: $localize`:@@summary.timeline.comments:Comments`,
          data: buckets.map(({ comments }) => comments),
          order: 1,
          borderWidth: 1.5,
          pointRadius: buckets.length > 1 ? 0 : 3,
          borderColor: colors.comments,
          backgroundColor: colors.comments,
        },
      ],
    },
    options: chartOptions(colors),
  });
}

function chartOptions({ comments, grid }: ChartColors): ChartOptions<'bar' | 'line'> {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    plugins: { legend: { display: false } },
    scales: {
      x: {
        grid: { display: false },
        border: { color: grid },
        ticks: { color: comments, maxRotation: 0, autoSkipPadding: 16 },
      },
      y: {
        beginAtZero: true,
        border: { display: false },
        grid: { color: grid },
        ticks: { color: comments, precision: 0, maxTicksLimit: 5 },
      },
    },
  };
}
